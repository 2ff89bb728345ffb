//! How a declaration of another language reads here: `fn add(x: i32) -> i32`, `func add(a, b int) int`, `int add(int a)`,
//! `type Point struct`, `typedef struct { … } Point;`, `var x int`.
//!
//! Only texts for advice are made here, from the tokens; what is not understood gives nothing, and the advice stays a general one.

use super::Parser;
use super::foreign_operator::own_scalar;
use super::foreign_type::is_type_word;
use crate::token::TokenKind;

/// Tokens of a signature that are looked at.
const TOKENS_MAX: u32 = 64;
/// How deep a type may be nested.
const DEPTH_MAX: u32 = 4;

/// What the words of a type in C are here: `unsigned long` is `u64`. Nothing where no word is a type's.
pub(super) fn type_of_c(words: &[&str]) -> Option<String> {
    let qualifiers =
        ["const", "static", "volatile", "signed", "extern", "inline", "register", "struct", "enum", "union"];
    let words: Vec<&str> = words.iter().copied().filter(|word| !qualifiers.contains(word)).collect();
    let is_unsigned = words.contains(&"unsigned");
    let own = |signed: &str, unsigned: &str| Some(if is_unsigned { unsigned } else { signed }.to_owned());
    match words.as_slice() {
        [] => None,
        [word] if !is_unsigned => Some(own_scalar(word).to_owned()),
        ["long", "double"] => Some("f64".to_owned()),
        _ if words.contains(&"char") => own("i8", "u8"),
        _ if words.contains(&"short") => own("i16", "u16"),
        _ if words.contains(&"long") => own("i64", "u64"),
        _ if words.contains(&"int") || is_unsigned => own("i32", "u32"),
        _ => None,
    }
}

impl Parser<'_> {
    fn text_at(&self, token: u32) -> &str {
        self.tokens.text(token, self.text)
    }

    /// The advice for a word before a declaration, with the names of this one, if they are understood.
    pub(super) fn advice_for_declaration(&self) -> Option<String> {
        let name = self.at + 1 + u32::from(self.text_at(self.at + 1) == "mut");
        let text = self.text_at(name);
        let kind = |ahead: u32| self.tokens.kind(name + ahead);
        match self.text_at(self.at) {
            "fn" | "func" | "function" | "def" | "proc" if kind(0) == TokenKind::Name => {
                let signature = self.signature_at(name, None)?;
                Some(format!("a procedure is declared by `{signature}`, its body, and `end`"))
            }
            "static" => {
                let (words, stars) = self.words_before_name()?;
                let behind = self.tokens.kind(self.at + words + stars + 1);
                let named = self.text_at(self.at + words + stars);
                let words: Vec<&str> = (self.at..self.at + words).map(|word| self.text_at(word)).collect();
                let ty = "*".repeat(stars as usize) + &type_of_c(&words)?;
                let value = if behind == TokenKind::Equal { " = value" } else { "" };
                Some(format!(
                    "a variable at top level lives as long as the program, and is declared by `{named}: {ty}{value}`"
                ))
            }
            "pub" | "public" if matches!(text, "fn" | "func" | "function" | "proc") => {
                let signature = self.signature_at(name + 1, None);
                let signature =
                    signature.unwrap_or_else(|| format!("{} :: (parameters) -> Result", self.text_at(name + 1)));
                Some(format!(
                    "everything is public unless it is marked `#private`; a procedure is declared by `{signature}`, its body, and `end`"
                ))
            }
            "type" if matches!(kind(1), TokenKind::Struct | TokenKind::Enum | TokenKind::Union) => {
                Some(type_is_declared(text, kind(1).text()))
            }
            "type" if self.text_at(name + 1) == "interface" => Some(
                "there are no interfaces: write a generic procedure with `where`, or a struct of procedures".to_owned(),
            ),
            "typedef" => self.advice_for_typedef(),
            "class" if kind(0) == TokenKind::Name => Some(type_is_declared(text, "struct")),
            "const"
                if kind(1) == TokenKind::Equal && kind(2) == TokenKind::At && self.text_at(name + 3) == "import" =>
            {
                Some(format!("a module is brought in by `{text} :: #import \"Name\"`"))
            }
            "const" if kind(1) == TokenKind::Equal => match kind(2) {
                TokenKind::Struct | TokenKind::Enum | TokenKind::Union => Some(type_is_declared(text, kind(2).text())),
                _ => Some(format!("a constant is declared by `{text} :: value`, a variable by `{text} := value`")),
            },
            "const" if kind(1) == TokenKind::Colon => {
                let (ty, _) = self.foreign_type_at(name + 2, 0)?;
                Some(format!("a constant is declared by `{text}: {ty} : value`, a variable by `{text}: {ty} = value`"))
            }
            "var" | "let" if kind(0) == TokenKind::Name && kind(1) != TokenKind::Equal => {
                let (ty, behind) = self.foreign_type_at(name + 1 + u32::from(kind(1) == TokenKind::Colon), 0)?;
                let value = if self.tokens.kind(behind) == TokenKind::Equal { " = value" } else { "" };
                Some(format!("a variable is declared by `{text}: {ty}{value}`"))
            }
            _ => None,
        }
    }

    /// `typedef struct { … } Point;`, `typedef int Length;`.
    fn advice_for_typedef(&self) -> Option<String> {
        let keyword = self.at + 1;
        let kind = self.tokens.kind(keyword);
        if !matches!(kind, TokenKind::Struct | TokenKind::Enum | TokenKind::Union) {
            let last =
                (keyword..keyword + TOKENS_MAX).find(|token| self.tokens.kind(*token) == TokenKind::Semicolon)?;
            let words: Vec<&str> = (keyword..last - 1).map(|token| self.text_at(token)).collect();
            let are_names = (keyword..last).all(|token| self.tokens.kind(token) == TokenKind::Name);
            let ty = type_of_c(&words).filter(|_| are_names && words.len() < TOKENS_MAX as usize)?;
            return Some(format!("another name of a type is declared by `{} :: {ty}`", self.text_at(last - 1)));
        }
        let mut depth = 0_u32;
        for token in keyword + 1..self.tokens.len() as u32 {
            match self.tokens.kind(token) {
                TokenKind::LeftBrace => depth += 1,
                TokenKind::RightBrace if depth == 1 => {
                    let is_name = self.tokens.kind(token + 1) == TokenKind::Name;
                    return is_name.then(|| type_is_declared(self.text_at(token + 1), kind.text()));
                }
                TokenKind::RightBrace => depth = depth.checked_sub(1)?,
                TokenKind::EndOfFile => return None,
                _ => {}
            }
        }
        None
    }

    /// `name :: (a: T) -> R` for what stands at token `name` and behind it; `result` is what C has before it.
    pub(super) fn signature_at(&self, name: u32, result: Option<&str>) -> Option<String> {
        if self.tokens.kind(name + 1) != TokenKind::LeftParen {
            return None;
        }
        let (parameters, behind) = self.foreign_parameters_at(name + 2)?;
        let result = match result {
            Some(result) => Some(result.to_owned()).filter(|result| result != "void"),
            None => self.foreign_result_at(behind)?,
        };
        let result = result.map_or_else(String::new, |result| format!(" -> {result}"));
        Some(format!("{} :: ({parameters}){result}", self.text_at(name)))
    }

    /// The parameters from token `at` on, and the token behind their `)`.
    fn foreign_parameters_at(&self, mut at: u32) -> Option<(String, u32)> {
        let mut parameters: Vec<String> = Vec::new();
        // names that share the type of a later one, as in Go
        let mut waiting: Vec<&str> = Vec::new();
        let end = at + TOKENS_MAX;
        while at < end {
            match self.tokens.kind(at) {
                TokenKind::RightParen if waiting.is_empty() => return Some((parameters.join(", "), at + 1)),
                TokenKind::Comma => at += 1,
                TokenKind::Name => {
                    let text = self.text_at(at);
                    let next = self.tokens.kind(at + 1);
                    if next == TokenKind::RightParen && text == "void" && parameters.is_empty() {
                        at += 1;
                    } else if next == TokenKind::Comma {
                        waiting.push(text);
                        at += 1;
                    } else if let Some((parameter, behind)) = self.parameter_of_c(at).filter(|_| waiting.is_empty()) {
                        parameters.push(parameter);
                        at = behind;
                    } else {
                        let (ty, behind) = self.foreign_type_at(at + 1 + u32::from(next == TokenKind::Colon), 0)?;
                        waiting.push(text);
                        parameters.push(format!("{}: {ty}", waiting.join(", ")));
                        waiting.clear();
                        at = behind;
                    }
                }
                _ => return None,
            }
        }
        None
    }

    /// `const char *name` as a parameter: how it reads here, and the token behind it.
    pub(super) fn parameter_of_c(&self, first: u32) -> Option<(String, u32)> {
        let (mut at, mut words) = (first, Vec::new());
        while matches!(self.tokens.kind(at), TokenKind::Name | TokenKind::Struct) && at < first + TOKENS_MAX {
            words.push(self.text_at(at));
            at += 1;
        }
        let mut stars = 0;
        while self.tokens.kind(at) == TokenKind::Star {
            (stars, at) = (stars + 1, at + 1);
        }
        let name = if stars > 0 {
            at += 1;
            (self.tokens.kind(at - 1) == TokenKind::Name).then(|| self.text_at(at - 1))?
        } else {
            words.pop()?
        };
        let is_c = words.first().is_some_and(|word| is_type_word(word)) && !is_type_word(name);
        let is_over = matches!(self.tokens.kind(at), TokenKind::Comma | TokenKind::RightParen);
        let ty = type_of_c(&words).filter(|_| is_c && is_over)?;
        let ty = match (ty.as_str(), stars) {
            ("u8", 1) if words.contains(&"char") => "CString".to_owned(),
            _ => "*".repeat(stars) + &ty,
        };
        Some((format!("{name}: {ty}"), at))
    }

    /// The result of a procedure behind its `)`: nothing inside where there is none.
    fn foreign_result_at(&self, at: u32) -> Option<Option<String>> {
        let is_over = self.tokens.place(at).is_first_on_line();
        match self.tokens.kind(at) {
            _ if is_over => Some(None),
            TokenKind::LeftBrace | TokenKind::Colon | TokenKind::Semicolon | TokenKind::EndOfFile => Some(None),
            TokenKind::Arrow => self.foreign_type_at(at + 1, 0).map(|(ty, _)| Some(ty)),
            _ => self.foreign_type_at(at, 0).map(|(ty, _)| Some(ty).filter(|ty| ty != "void")),
        }
    }

    /// The type at token `at`, in the way of any language, and the token behind it.
    pub(super) fn foreign_type_at(&self, at: u32, depth: u32) -> Option<(String, u32)> {
        if depth > DEPTH_MAX || self.tokens.place(at).is_first_on_line() {
            return None;
        }
        match self.tokens.kind(at) {
            TokenKind::Star | TokenKind::Caret => {
                let (ty, behind) = self.foreign_type_at(at + 1, depth + 1)?;
                Some((format!("*{ty}"), behind))
            }
            TokenKind::Ampersand => self.reference_at(at + 1, depth),
            TokenKind::LeftBracket => self.array_type_at(at, depth),
            TokenKind::Name => {
                let goes_on = matches!(
                    self.tokens.kind(at + 1),
                    TokenKind::Less
                        | TokenKind::LeftBracket
                        | TokenKind::Dot
                        | TokenKind::ColonColon
                        | TokenKind::LeftParen
                ) || (self.tokens.kind(at + 1) == TokenKind::LeftBrace
                    && self.tokens.place(at + 1).is_glued());
                let name = match self.text_at(at) {
                    "str" => "String",
                    "interface" | "chan" | "map" | "func" | "fn" | "error" | "comptime" | "mut" => return None,
                    name => own_scalar(name),
                };
                (!goes_on).then(|| (name.to_owned(), at + 1))
            }
            _ => None,
        }
    }

    /// `&str`, `&mut T`, `&[T]`, behind the `&`.
    fn reference_at(&self, at: u32, depth: u32) -> Option<(String, u32)> {
        let is_mut = self.text_at(at) == "mut";
        let at = at + u32::from(is_mut);
        let (ty, behind) = self.foreign_type_at(at, depth + 1)?;
        let is_view = self.text_at(at) == "str" || self.tokens.kind(at) == TokenKind::LeftBracket;
        Some((if is_view { ty } else { format!("*{ty}") }, behind))
    }

    /// `[]T`, `[N]T`, `[T]`, `[T; N]`.
    fn array_type_at(&self, at: u32, depth: u32) -> Option<(String, u32)> {
        if self.tokens.kind(at + 1) == TokenKind::RightBracket {
            let is_const = self.text_at(at + 2) == "const";
            let (ty, behind) = self.foreign_type_at(at + 2 + u32::from(is_const), depth + 1)?;
            return Some((format!("Slice{{{ty}}}"), behind));
        }
        let is_counted = matches!(self.tokens.kind(at + 1), TokenKind::Name | TokenKind::Integer)
            && self.tokens.kind(at + 2) == TokenKind::RightBracket
            && self.tokens.kind(at + 3) == TokenKind::Name
            && self.tokens.place(at + 3).is_glued();
        if is_counted {
            let (ty, behind) = self.foreign_type_at(at + 3, depth + 1)?;
            let length = self.text_at(at + 1);
            let written =
                if length == "dynamic" { format!("List{{{ty}}}") } else { format!("Array{{{ty}, {length}}}") };
            return Some((written, behind));
        }
        let (ty, behind) = self.foreign_type_at(at + 1, depth + 1)?;
        match self.tokens.kind(behind) {
            TokenKind::RightBracket => Some((format!("Slice{{{ty}}}"), behind + 1)),
            TokenKind::Semicolon if self.tokens.kind(behind + 2) == TokenKind::RightBracket => {
                Some((format!("Array{{{ty}, {}}}", self.text_at(behind + 1)), behind + 3))
            }
            _ => None,
        }
    }
}

/// "a type is declared by `Point :: struct`, its fields, and `end`".
pub(super) fn type_is_declared(name: &str, word: &str) -> String {
    let elements = match word {
        "enum" => "members",
        "union" => "cases",
        _ => "fields",
    };
    format!("a type is declared by `{name} :: {word}`, its {elements} on lines of their own, and `end`")
}
