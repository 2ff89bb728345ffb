//! Types and parameters as other languages write them: `Vec<T>`, `map[K]V`, `T[3]`, `fn(T) -> R`, `*const T`, `int a`, `int *p = null`.
//!
//! Each is reported once and then understood as far as that goes. All of it runs only in files that have a mistake.

use hubbub_diagnostics::Kind;

use super::foreign_operator::own_scalar;
use super::foreign_signature::type_of_c;
use super::{Mode, Parser};
use crate::error::SyntaxError;
use crate::token::TokenKind;
use crate::tree::NodeId;
use crate::tree::build::List;
use crate::tree::node::NodeKind;

/// How many words may make up a type in C: `const unsigned long long`.
const WORDS_MAX: u32 = 5;

/// What generic types of other languages are called here.
fn own_name(name: &str) -> Option<&'static str> {
    Some(match name {
        "Option" | "Optional" | "optional" => "Maybe",
        "Vec" | "vector" | "ArrayList" => "List",
        "HashMap" | "unordered_map" | "Dictionary" | "dict" => "Map",
        "HashSet" | "unordered_set" => "Set",
        "Box" | "unique_ptr" | "Rc" | "shared_ptr" => "Pointer",
        _ => return None,
    })
}

impl Parser<'_> {
    /// `fn(T) -> R`, `proc(T)`: reported and skipped.
    pub(super) fn foreign_procedure_type(&mut self) -> Option<NodeId> {
        let word = self.tokens.text(self.at, self.text);
        if word == "chan" && self.peek(1) == TokenKind::Name && !self.tokens.place(self.at + 1).is_first_on_line() {
            let ty = own_scalar(self.tokens.text(self.at + 1, self.text));
            let error = self.spelling(self.here(), "`chan` is another language's");
            self.report(error.help(format!("write `Channel{{{ty}}}`, of module `Channel`")));
            self.bump();
            self.bump();
            return Some(self.error_node());
        }
        if !matches!(word, "fn" | "func" | "proc" | "function" | "def") || self.peek(1) != TokenKind::LeftParen {
            return None;
        }
        let close = self.closer_ahead(1)?;
        let error = self.spelling(self.here(), format!("`{word}` is another language's"));
        self.report(error.help("the type of a procedure is `(name: T) -> R`, with a name for each parameter"));
        for _ in 0..=close {
            self.bump();
        }
        if self.kind == TokenKind::Arrow {
            self.bump();
            self.ty();
        }
        Some(self.error_node())
    }

    /// Behind the path of a type: `Vec<T>`, `map[K]V`, `T[3]`. Gives an error node, which says nothing more.
    pub(super) fn foreign_type_arguments(&mut self, first: u32) -> Option<NodeId> {
        if self.mode == Mode::Fast || !self.is_glued() {
            return None;
        }
        let name = self.tokens.text(first, self.text).to_owned();
        match self.kind {
            TokenKind::Less => {
                let here = self.here();
                let (at, kind) = (self.at, self.kind);
                let (range, inner) = self.skip_angles()?;
                let behind = (self.at, self.kind);
                (self.at, self.kind) = (at, kind);
                let error = self.spelling(here, format!("found `<` behind `{name}`: type arguments stand in braces"));
                let (whole, own) = match own_name(&name) {
                    Some(own) => ((self.range_of(first).0, range.1), own),
                    None => (range, ""),
                };
                let shown = if own.is_empty() { name.as_str() } else { own };
                self.report(error.maybe_fix(format!("write `{shown}{{{inner}}}`"), whole, format!("{own}{{{inner}}}")));
                (self.at, self.kind) = behind;
            }
            TokenKind::LeftBracket => {
                let close = self.closer_ahead(0)?;
                let place = (self.range_of(first).0, self.range_of(self.at + close).1);
                let inner = self.text.get(self.here().1 as usize..place.1 as usize - 1).unwrap_or("").to_owned();
                let error = self.spelling(self.here(), format!("found `[` behind type `{name}`"));
                let is_map = name == "map";
                self.report(match inner.as_str() {
                    _ if is_map => error.help("type arguments stand in braces: `Map{K, V}`"),
                    "" => error.help(format!("a slice is `Slice{{{name}}}`, an array `Array{{{name}, N}}`")),
                    _ => {
                        let fixed = format!("Array{{{name}, {inner}}}");
                        error.fix(format!("write `{fixed}`"), place, fixed)
                    }
                });
                for _ in 0..=close {
                    self.bump();
                }
                if is_map && self.kind == TokenKind::Name && self.is_glued() {
                    self.bump();
                }
            }
            _ => return None,
        }
        Some(self.error_node())
    }

    /// `*const T`, `*mut T`: the word is reported and skipped.
    pub(super) fn foreign_pointer_word(&mut self) {
        if self.mode == Mode::Fast || self.kind != TokenKind::Name || self.peek(1) != TokenKind::Name {
            return;
        }
        let word = self.tokens.text(self.at, self.text);
        if matches!(word, "const" | "mut" | "var" | "volatile") {
            let place = (self.here().0, self.range_of(self.at + 1).0);
            let error = self.spelling(self.here(), format!("`{word}` is another language's"));
            self.report(error.fix("pointers have no such word: leave it out", place, ""));
            self.bump();
        }
    }

    // ---- parameters --------------------------------------------------------------------------------------------

    /// `name<T>(…)` as a call, at its `>`: reported; what stands in parentheses is skipped.
    pub(super) fn type_arguments_in_angles(&mut self, operator: u32, left: NodeId) -> bool {
        let is_glued = |index: u32| self.tokens.place(index).is_glued();
        let is_it = self.kind == TokenKind::Greater
            && self.tokens.kind(operator) == TokenKind::Less
            && [operator, operator + 1, self.at, self.at + 1].into_iter().all(is_glued)
            && self.peek(1) == TokenKind::LeftParen;
        if !is_it {
            return false;
        }
        let ends = (self.range_of(operator), self.here());
        let name = self.tokens.text(operator - 1, self.text);
        if name.ends_with("_cast") {
            let ty = own_scalar(self.text.get(ends.0.1 as usize..ends.1.0 as usize).unwrap_or("T"));
            let place = (self.range_of(operator - 1).0, ends.1.1);
            let error = self.spelling(place, format!("a conversion is a call: `{ty}(…)`, and `{name}` is none"));
            self.report(error.fix(format!("write `{ty}(…)`"), place, ty));
        } else {
            let error = self.spelling(ends.0, "found `<` behind a name: type arguments stand in braces");
            self.report(both_ends(error, ends));
        }
        if self.mode != Mode::Fast {
            self.bump();
            self.arguments();
        }
        self.build.make_error(left);
        true
    }

    /// `int a` or `a int` as a parameter: reported, then understood.
    pub(super) fn parameter_without_colon(&mut self, first: u32) -> Option<NodeId> {
        if let Some(node) = self.pointer_parameter_of_c() {
            return Some(node);
        }
        let follows = matches!(self.peek(2), TokenKind::Comma | TokenKind::RightParen | TokenKind::Equal);
        if self.kind != TokenKind::Name || self.peek(1) != TokenKind::Name || !follows {
            return None;
        }
        let place = (self.here().0, self.range_of(first + 1).1);
        let (one, two) = (self.tokens.text(first, self.text), self.tokens.text(first + 1, self.text));
        let is_type_first = is_type_word(one) && !is_type_word(two);
        let (name, ty) = if is_type_first { (two, one) } else { (one, two) };
        const HABIT: &str = "and the type of a parameter stands behind its name and `:`";
        let fixed = format!("{name}: {ty}");
        let message = format!("found `{one} {two}`, {HABIT}");
        self.report_again(place, HABIT, message, &format!("write `{fixed}`"), (place, &fixed));
        let one = self.name("a parameter");
        let two = self.name("a parameter");
        let (name, ty) = if is_type_first { (two, one) } else { (one, two) };
        if self.eat(TokenKind::Equal) {
            self.expr();
        }
        Some(self.node(NodeKind::Parameter, first, 0, name.0, ty.0))
    }

    /// `const int *a` as a parameter: reported and skipped.
    fn pointer_parameter_of_c(&mut self) -> Option<NodeId> {
        let first = self.at;
        let has_mark = matches!(self.peek(1), TokenKind::Star | TokenKind::Name);
        let (fixed, behind) = if has_mark { self.parameter_of_c(first)? } else { return None };
        if behind < first + 3 {
            return None;
        }
        let place = (self.here().0, self.range_of(behind - 1).1);
        let text = self.text.get(place.0 as usize..place.1 as usize).unwrap_or("").to_owned();
        const HABIT: &str = "and the type of a parameter stands behind its name and `:`";
        let message = format!("found `{text}`, {HABIT}");
        self.report_again(place, HABIT, message, &format!("write `{fixed}`"), (place, &fixed));
        while self.at + 1 < behind {
            self.bump();
        }
        let name = self.name("a parameter");
        let ty = self.error_node();
        Some(self.node(NodeKind::Parameter, first, 0, name.0, ty.0))
    }

    /// `int (*f)(int) = twice`: reported, and the variable declared.
    #[cold]
    pub(super) fn procedure_pointer_of_c(&mut self) -> Option<NodeId> {
        let first = self.at;
        if !self.is_procedure_pointer_of_c(first) {
            return None;
        }
        let name = self.tokens.text(first + 3, self.text);
        let place = (self.here().0, self.range_of(first + 4).1);
        let error = self.spelling(place, "the type of a variable stands behind its name");
        self.report(error.help(format!("the type of a procedure names its parameters: `{name}: (x: T) -> R`")));
        while self.at < first + 3 {
            self.bump();
        }
        let name = self.name("a name");
        self.skip_line();
        let names = self.build.list_of(name);
        let ty = self.error_node();
        Some(self.variable_of(first, names, ty, List::EMPTY))
    }

    /// Whether `int (*f)(` stands at token `first`.
    pub(super) fn is_procedure_pointer_of_c(&self, first: u32) -> bool {
        use TokenKind::{LeftParen, Name, RightParen, Star};
        let kinds = [Name, LeftParen, Star, Name, RightParen, LeftParen];
        (first..).zip(kinds).all(|(token, kind)| self.tokens.kind(token) == kind)
            && is_type_word(self.tokens.text(first, self.text))
    }

    /// `&self`, `...T`, in a list of parameters: reported and skipped.
    pub(super) fn foreign_parameter_mark(&mut self) {
        if self.mode == Mode::Fast {
            return;
        }
        if self.kind == TokenKind::Ampersand && self.peek(1) == TokenKind::Name {
            let error = self.spelling(self.here(), "found `&`, expected the name of a parameter");
            self.report(error.help("a receiver is a parameter like any other: `self: Pointer{T}`"));
            self.bump();
            if self.tokens.text(self.at, self.text) == "mut" && self.peek(1) == TokenKind::Name {
                self.bump();
            }
        }
    }

    /// `...T` as the type of a parameter, behind its `..`.
    pub(super) fn third_dot(&mut self) {
        if self.mode == Mode::Fast || self.kind != TokenKind::Dot || !self.is_glued() {
            return;
        }
        let place = (self.range_of(self.previous()).0, self.here().1);
        let error = self.spelling(place, "`...` is another language's");
        self.report(error.fix("any number of arguments is `..T`", place, ".."));
        self.bump();
    }

    /// Whether the `(` behind `::` begins parameters without types: `(a, b) -> T`, `(self) =>`, `(&self) {`.
    pub(super) fn begins_untyped_parameters(&self) -> bool {
        let Some(close) = self.closer_ahead(0) else { return false };
        let are_names = (1..close).all(|ahead| {
            matches!(self.peek(ahead), TokenKind::Name | TokenKind::Comma | TokenKind::Ampersand | TokenKind::Star)
        });
        let behind = self.peek(close + 1);
        let is_over = self.tokens.place(self.at + close + 1).is_first_on_line();
        are_names
            && close > 1
            && (matches!(behind, TokenKind::Arrow | TokenKind::FatArrow | TokenKind::LeftBrace) && !is_over)
    }

    /// Behind `NAME ::`: `proc(…)`, `fn(…)`, `<T>(…)`, `[T](…)`, whose beginning is reported and skipped.
    pub(super) fn foreign_before_parameters(&mut self) {
        let word = if self.kind == TokenKind::Name { self.tokens.text(self.at, self.text) } else { "" };
        match self.kind {
            TokenKind::LeftBracket if self.blocks.is_empty() && self.begins_with_capital(1) => {
                let Some(close) = self.closer_ahead(0).filter(|close| self.peek(close + 1) == TokenKind::LeftParen)
                else {
                    return;
                };
                let error = self.spelling(self.here(), "found `[`: type parameters stand in braces");
                self.report(self.type_parameters_in_braces(error, close));
                for _ in 0..=close {
                    self.bump();
                }
            }
            _ if self.mode == Mode::Fast => {}
            TokenKind::Less => {
                let here = self.here();
                let place = (self.at, self.kind);
                let close = (1..WORDS_MAX * 8).find(|ahead| {
                    self.peek(*ahead) == TokenKind::Greater && self.peek(ahead + 1) == TokenKind::LeftParen
                });
                if let Some(close) = close.filter(|close| self.is_on_one_line(*close)) {
                    let error = self.spelling(here, "found `<`: type parameters stand in braces");
                    self.report(self.type_parameters_in_braces(error, close));
                    for _ in 0..=close {
                        self.bump();
                    }
                } else if let Some((range, _)) = self.skip_angles() {
                    let behind = (self.at, self.kind);
                    (self.at, self.kind) = place;
                    let error = self.spelling(here, "found `<`: type parameters stand in braces");
                    self.report(both_ends(error, (here, (range.1 - 1, range.1))));
                    (self.at, self.kind) = behind;
                }
            }
            TokenKind::Name
                if matches!(word, "proc" | "fn" | "func" | "function" | "procedure" | "def")
                    && self.peek(1) == TokenKind::LeftParen =>
            {
                let error = self.spelling(self.here(), format!("`{word}` is another language's"));
                let place = (self.here().0, self.range_of(self.at + 1).0);
                self.report(match self.is_signature_alone() {
                    true => error.fix("the type of a procedure is declared by `#type`", place, "#type "),
                    false => error.fix("a procedure begins with its parameters: leave the word out", place, ""),
                });
                self.bump();
            }
            _ => {}
        }
    }

    /// Whether nothing follows the signature that begins at the current token: no brace, no `=>`, no line that is indented more, no `end`.
    fn is_signature_alone(&self) -> bool {
        const TOKENS_MAX: u32 = 64;
        let next = |ahead: &u32| self.tokens.place(self.at + ahead).is_first_on_line();
        let Some(next) = (1..TOKENS_MAX).find(next).filter(|_| self.mode == Mode::ByIndentation) else { return false };
        let has_body = (1..next)
            .any(|ahead| matches!(self.peek(ahead), TokenKind::LeftBrace | TokenKind::FatArrow | TokenKind::End));
        !has_body && self.indent(self.at + next) <= self.indent(self.at) && self.peek(next) != TokenKind::End
    }

    pub(super) fn is_on_one_line(&self, close: u32) -> bool {
        (1..=close).all(|ahead| !self.tokens.place(self.at + ahead).is_first_on_line())
    }

    /// `[T any, U comparable]`, `<T: Ord>`, which ends `close` tokens ahead: the names alone stand in braces.
    fn type_parameters_in_braces(&self, error: SyntaxError, close: u32) -> SyntaxError {
        let begins = |ahead: &u32| *ahead == 1 || self.peek(ahead - 1) == TokenKind::Comma;
        let is_name = |ahead: &u32| self.peek(*ahead) == TokenKind::Name;
        let names: Vec<&str> = (1..close)
            .filter(begins)
            .filter(is_name)
            .map(|ahead| self.tokens.text(self.at + ahead, self.text))
            .collect();
        let has_constraints = (1..close).any(|ahead| !matches!(self.peek(ahead), TokenKind::Comma) && !begins(&ahead));
        let place = (self.here().0, self.range_of(self.at + close).1);
        let fixed = format!("{{{}}}", names.join(", "));
        let error = match has_constraints {
            true => error.note("what a type must be able to do stands behind the results: `where is_ordered(T)`"),
            false => error,
        };
        match names.is_empty() {
            true => error.help("there are no lifetimes: leave them out"),
            false => error.fix(format!("write `{fixed}`"), place, fixed),
        }
    }

    fn begins_with_capital(&self, ahead: u32) -> bool {
        self.peek(ahead) == TokenKind::Name
            && self.tokens.text(self.at + ahead, self.text).starts_with(|c: char| c.is_uppercase())
    }

    // ---- variables ---------------------------------------------------------------------------------------------

    /// `int x = 3`, `int *p = null`, `unsigned int x;`, `int xs[3]`: the type stands behind the name here. Gives the variable.
    #[cold]
    pub(super) fn type_before_name(&mut self) -> Option<NodeId> {
        let (words, stars) = self.words_before_name()?;
        let first = self.at;
        let name_at = words + stars;
        let mut ahead = name_at + 1;
        let mut length = None;
        if self.peek(ahead) == TokenKind::LeftBracket {
            let close = self.closer_ahead(ahead)?;
            length = Some((self.range_of(first + ahead).1, self.range_of(first + close).0));
            ahead = close + 1;
        }
        let is_over = self.tokens.place(first + ahead).is_first_on_line();
        let ends = matches!(self.peek(ahead), TokenKind::Equal | TokenKind::Semicolon) && !is_over;
        let is_c = is_type_word(self.tokens.text(first, self.text));
        if !(ends || (is_over && is_c)) || (words == 1 && stars == 0 && length.is_none() && !ends && !is_c) {
            return None;
        }
        let text =
            |range: (u32, u32)| self.text.get(range.0 as usize..range.1 as usize).unwrap_or("").trim().to_owned();
        let name_text = self.tokens.text(first + name_at, self.text).to_owned();
        let c_words: Vec<&str> = (first..first + words).map(|word| self.tokens.text(word, self.text)).collect();
        let own = type_of_c(&c_words).filter(|_| c_words.iter().all(|word| is_type_word(word)));
        let ty = own.clone().unwrap_or_else(|| text((self.here().0, self.range_of(first + words - 1).1)));
        let mut ty_text = match (c_words.contains(&"char"), stars) {
            (true, 1) => "CString".to_owned(),
            _ => "*".repeat(stars as usize) + &ty,
        };
        if let Some(length) = length {
            let length = text(length);
            ty_text = format!("Array{{{ty_text}, {}}}", if length.is_empty() { "_" } else { &length });
        }
        let is_counted = length.is_some_and(|(start, end)| start == end) && self.peek(ahead) == TokenKind::Equal;
        let place = (self.here().0, self.range_of(first + ahead - 1).1);
        let fixed = format!("{name_text}: {ty_text}");
        let error = self.spelling(place, "the type of a variable stands behind its name");
        let error = match () {
            () if words > 1 && own.is_none() => error.help("write `name: Type = value`"),
            () if is_counted => error.help(format!("write `{name_text} := {ty_text}{{…}}`, which counts the elements")),
            // `int a = 1, b = 2` declares more
            () if self.is_ahead_on_line(TokenKind::Comma) => error.maybe_fix(format!("write `{fixed}`"), place, fixed),
            () if words > 1 || FOREIGN_TYPES.contains(&self.tokens.text(first, self.text)) => {
                error.maybe_fix(format!("write `{fixed}`"), place, fixed)
            }
            () => error.fix(format!("write `{fixed}`"), place, fixed),
        };
        self.report(error);
        let plain = words == 1 && stars == 0 && length.is_none();
        let ty = if plain { self.name("a type") } else { self.error_node() };
        while self.at < first + name_at {
            self.bump();
        }
        let name = self.name("a name");
        while self.at < first + ahead {
            self.bump();
        }
        let names = self.build.list_of(name);
        let values = if self.eat(TokenKind::Equal) { self.exprs() } else { List::EMPTY };
        let node = self.variable_of(first, names, ty, values);
        Some(node)
    }

    /// `const char *s = "abc"`: what begins with a word that others write before a type in C.
    pub(super) fn qualified_variable(&mut self) -> Option<NodeId> {
        let is_c = self.tokens.text(self.at, self.text) == "const"
            && self.peek(1) == TokenKind::Name
            && is_type_word(self.tokens.text(self.at + 1, self.text))
            && matches!(self.peek(2), TokenKind::Star | TokenKind::Name);
        if is_c { self.type_before_name() } else { None }
    }

    /// How many words and stars stand before the last name on the line, if that is how C declares something.
    pub(super) fn words_before_name(&self) -> Option<(u32, u32)> {
        let is_near = |ahead: u32| !self.tokens.place(self.at + ahead).is_first_on_line();
        let mut words = 0;
        while words < WORDS_MAX && self.peek(words) == TokenKind::Name && (words == 0 || is_near(words)) {
            words += 1;
        }
        let mut stars = 0;
        while self.peek(words + stars) == TokenKind::Star && is_near(words + stars) {
            stars += 1;
        }
        if stars > 0 {
            // `a * b = 3` is somebody's arithmetic; `int *p` and `int* p` are C
            let glued_before = self.tokens.place(self.at + words).is_glued();
            let glued_behind = self.tokens.place(self.at + words + stars).is_glued();
            let is_name = self.peek(words + stars) == TokenKind::Name && is_near(words + stars);
            return (words > 0 && is_name && glued_before != glued_behind).then_some((words, stars));
        }
        (words >= 2).then(|| (words - 1, 0))
    }

    /// `int *p = null` where nothing else is wrong: a product is no place.
    #[cold]
    pub(super) fn product_as_place(&mut self, first: u32) {
        let error = SyntaxError::new(
            Kind::ForeignSpelling,
            self.range_of(first),
            "the type of a variable stands behind its name",
        );
        self.report(error.help("write `name: Type = value`"));
    }

    /// `static int add(int a) …` at top level.
    pub(super) fn static_procedure_of_c(&mut self) -> Option<NodeId> {
        let is_it = matches!(self.tokens.text(self.at, self.text), "static" | "const");
        if is_it { self.procedure_of_c() } else { None }
    }

    /// `int add(int a) …` at top level: reported; what belongs to it is skipped.
    pub(super) fn procedure_of_c(&mut self) -> Option<NodeId> {
        let first = self.at;
        let (words, stars) = self.words_before_name()?;
        let name_at = words + stars;
        if self.peek(name_at + 1) != TokenKind::LeftParen || !self.tokens.place(first + name_at + 1).is_glued() {
            return None;
        }
        let name = self.tokens.text(first + name_at, self.text).to_owned();
        let word = self.tokens.text(first, self.text);
        let message = format!("found `{word}` before `{name}`: a procedure begins with its name");
        let error = self.spelling(self.here(), message);
        let c_words: Vec<&str> = (first..first + words).map(|word| self.tokens.text(word, self.text)).collect();
        let result = "*".repeat(stars as usize) + &type_of_c(&c_words).unwrap_or_else(|| word.to_owned());
        let general = || match result.as_str() {
            "void" => format!("{name} :: (a: T)"),
            _ => format!("{name} :: (a: T) -> {result}"),
        };
        let takes_nothing = self.peek(name_at + 2) == TokenKind::RightParen
            || self.tokens.text(first + name_at + 2, self.text) == "void";
        let signature = match name.as_str() {
            "main" if !takes_nothing => "main :: (arguments: Slice{String}) -> Int".to_owned(),
            _ => self.signature_at(first + name_at, Some(&result)).unwrap_or_else(general),
        };
        let advice = format!("write `{signature}`, the body on the next lines and `end`");
        self.report(match c_words.contains(&"static") {
            true => error.help(format!("{advice}; `#private` behind it keeps it in its module")),
            false => error.help(advice),
        });
        self.skip_construct(first);
        Some(self.error_node())
    }

    /// `int counter = 0;` at top level: reported, then declared.
    pub(super) fn variable_of_c(&mut self) -> Option<NodeId> {
        let is_c = self.kind == TokenKind::Name && is_type_word(self.tokens.text(self.at, self.text));
        if is_c { self.type_before_name() } else { None }
    }

    /// `LIMIT = 100` at top level, where nothing can be stored: reported, then declared.
    pub(super) fn assignment_at_top(&mut self) -> Option<NodeId> {
        let name = self.tokens.text(self.at, self.text).to_owned();
        if self.kind != TokenKind::Name || self.peek(1) != TokenKind::Equal {
            return None;
        }
        let first = self.at;
        let equal = self.range_of(first + 1);
        let error = self.spelling(equal, "found `=`, but nothing can be stored at top level");
        let error = error.maybe_fix(format!("`{name} :: value` declares a constant, or a procedure"), equal, "::");
        self.report(error.maybe_fix(format!("`{name} := value` declares a variable"), equal, ":="));
        let node = self.name("a name");
        self.bump();
        self.constant_value(first, node);
        Some(self.error_node())
    }

    /// A type, a length and braces in Odin's way: `[3]int{1, 2, 3}`; the help for the `[` at the current token.
    pub(super) fn array_type_before_braces(&self) -> Option<String> {
        let close = self.closer_ahead(0)?;
        let is_type = self.peek(close + 1) == TokenKind::Name && self.tokens.place(self.at + close + 1).is_glued();
        let length = self.text.get(self.here().1 as usize..self.range_of(self.at + close).0 as usize)?.trim();
        let ty = self.tokens.text(self.at + close + 1, self.text);
        if is_type && self.peek(close + 2) != TokenKind::LeftBrace {
            return Some(match length {
                "dynamic" => format!("what grows is a `List{{{ty}}}` of module `List`"),
                "" => format!("a slice is a `Slice{{{ty}}}`, and `make_slice{{{ty}}}(n)` makes one"),
                _ => format!("an array is an `Array{{{ty}, {length}}}`"),
            });
        }
        let length = if matches!(length, "" | "?" | "dynamic") { "_" } else { length };
        is_type.then(|| format!("write `Array{{{ty}, {length}}}{{…}}`"))
    }
}

/// Edits that put braces at two places.
fn both_ends(error: SyntaxError, ends: ((u32, u32), (u32, u32))) -> SyntaxError {
    error.with_fix(hubbub_diagnostics::Fix {
        message: "write `{T}`".to_owned(),
        edits: vec![(ends.0, "{".to_owned()), (ends.1, "}".to_owned())],
        applicability: hubbub_diagnostics::Applicability::MachineApplicable,
    })
}

/// Words that are types, or come before types, in other languages only.
const FOREIGN_TYPES: &[&str] = &[
    "uint", "char", "short", "long", "float", "double", "unsigned", "signed", "const", "struct", "auto", "size_t",
    "byte", "rune", "str", "usize", "isize", "static",
];

/// Whether a word is a type in this language or another: `int`, `u8`, `Point`.
pub(super) fn is_type_word(word: &str) -> bool {
    const OWN: &[&str] = &["int", "bool", "string", "void"];
    let is_sized = || {
        let digits = word.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '_');
        matches!(digits, "8" | "16" | "32" | "64" | "128" | "8_t" | "16_t" | "32_t" | "64_t") && word.len() <= 8
    };
    OWN.contains(&word)
        || FOREIGN_TYPES.contains(&word)
        || word.starts_with(|c: char| c.is_ascii_uppercase())
        || is_sized()
}
