//! Tokens: their kinds, from one table, and the flat arrays that hold those of a file.
//!
//! A token is a byte (its kind), its start with two flag bits, and a payload. Its end is computed when asked for.
//! Start with [`TokenKind`], then [`Tokens`].

use hubbub_base::Name;

macro_rules! token_kinds {
    (
        classes { $($class:ident $class_text:literal)* }
        keywords { $($keyword:ident $keyword_text:literal)* }
        directives { $($directive:ident $directive_text:literal)* }
        punctuation { $($mark:ident $mark_text:literal)* }
    ) => {
        /// What a token is.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        pub enum TokenKind {
            $(#[doc = $class_text] $class,)*
            $(#[doc = $keyword_text] $keyword,)*
            $(#[doc = $directive_text] $directive,)*
            $(#[doc = $mark_text] $mark,)*
        }

        impl TokenKind {
            /// What all tokens of this kind look like; for classes of tokens, what they are called.
            pub const fn text(self) -> &'static str {
                match self {
                    $(TokenKind::$class => $class_text,)*
                    $(TokenKind::$keyword => $keyword_text,)*
                    $(TokenKind::$directive => $directive_text,)*
                    $(TokenKind::$mark => $mark_text,)*
                }
            }

            /// Whether tokens of this kind differ in their text.
            pub const fn is_class(self) -> bool {
                matches!(self, $(TokenKind::$class)|*)
            }

            /// Whether it is a word that cannot be a name.
            pub const fn is_keyword(self) -> bool {
                matches!(self, $(TokenKind::$keyword)|*)
            }

            /// Whether it is one of the directives of the grammar, [`TokenKind::Attribute`] not counted.
            pub const fn is_directive(self) -> bool {
                matches!(self, $(TokenKind::$directive)|*)
            }
        }

        /// All keywords.
        pub const KEYWORDS: &[(&str, TokenKind)] = &[$(($keyword_text, TokenKind::$keyword),)*];
        /// All directives of the grammar, written with `_`.
        pub const DIRECTIVES: &[(&str, TokenKind)] = &[$(($directive_text, TokenKind::$directive),)*];
    };
}

token_kinds! {
    classes {
        EndOfFile "the end of the file"
        Name "a name"
        Integer "an integer"
        Float "a float"
        Rune "a rune"
        String "a string"
        RawString "a raw string"
        BadLiteral "an invalid literal"
        Attribute "a directive"
    }
    keywords {
        Block "block" Break "break" Case "case" Context "context" Continue "continue" Defer "defer"
        Distinct "distinct" Else "else" End "end" Enum "enum" False "false" For "for" If "if" Ifx "ifx" In "in"
        Match "match" Null "null" OrBreak "or_break" OrContinue "or_continue" OrElse "or_else" OrReturn "or_return"
        Return "return" Struct "struct" True "true" Uninit "uninit" Union "union" Using "using" Where "where"
        While "while" With "with"
    }
    directives {
        HashAddContext "#add_context" HashAsm "#asm" HashAssert "#assert" HashCallerLocation "#caller_location"
        HashCCall "#c_call" HashClosure "#closure" HashConfig "#config" HashElse "#else" HashEmbed "#embed"
        HashEnd "#end" HashFile "#file" HashFor "#for" HashForeignLibrary "#foreign_library" HashIf "#if"
        HashImport "#import" HashLine "#line" HashNoBoundsChecks "#no_bounds_checks" HashOperator "#operator"
        HashRun "#run" HashTail "#tail" HashType "#type"
    }
    punctuation {
        LeftParen "(" RightParen ")" LeftBracket "[" RightBracket "]" LeftBrace "{" RightBrace "}"
        Comma "," Semicolon ";" Dot "." At "@" Colon ":" ColonColon "::" ColonEqual ":=" Arrow "->" FatArrow "=>"
        DotDot ".." DotDotLess "..<" DotDotEqual "..="
        OrOr "||" AndAnd "&&" EqualEqual "==" BangEqual "!=" Less "<" LessEqual "<=" Greater ">" GreaterEqual ">="
        Ampersand "&" Pipe "|" Caret "^" ShiftLeft "<<" ShiftRight ">>" Plus "+" Minus "-" Star "*" Slash "/"
        Percent "%" PercentPercent "%%" Bang "!" Tilde "~"
        Equal "=" PlusEqual "+=" MinusEqual "-=" StarEqual "*=" SlashEqual "/=" PercentEqual "%="
        PercentPercentEqual "%%=" AmpersandEqual "&=" PipeEqual "|=" CaretEqual "^=" ShiftLeftEqual "<<="
        ShiftRightEqual ">>=" PlusPlus "++" MinusMinus "--"
    }
}

impl TokenKind {
    /// The token in a message: "`+`", "a name".
    pub fn describe(self) -> String {
        if self.is_class() { self.text().to_owned() } else { format!("`{}`", self.text().replace('_', self.joiner())) }
    }

    /// Directives are shown with `-`, words like `or_else` with `_`.
    fn joiner(self) -> &'static str {
        if self.is_directive() { "-" } else { "_" }
    }

    /// Whether it is a number, rune or string, valid or not.
    pub const fn is_literal(self) -> bool {
        use TokenKind::*;
        matches!(self, Integer | Float | Rune | String | RawString | BadLiteral)
    }
}

/// Set in [`Place::start_and_flags`] when the token is the first on its line.
const FIRST_ON_LINE: u32 = 1 << 31;
/// Set when nothing stands between the token and the one before it.
const GLUED: u32 = 1 << 30;
/// The bits of the start: files have at most 2^30 bytes.
const START: u32 = GLUED - 1;

/// Where a token stands, and what its kind does not tell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    start_and_flags: u32,
    /// Names and attributes: the [`Name`]. Literals: the offset behind the last byte. Others: 0.
    payload: u32,
}

impl Place {
    /// The place of a token.
    #[inline]
    pub fn new(start: usize, is_first: bool, is_glued: bool, payload: u32) -> Self {
        let flags = (u32::from(is_first) << 31) | (u32::from(is_glued) << 30);
        Self { start_and_flags: (start as u32 & START) | flags, payload }
    }

    /// Byte offset of the first byte.
    #[inline]
    pub fn start(self) -> u32 {
        self.start_and_flags & START
    }

    /// Whether the token is the first on its line.
    #[inline]
    pub fn is_first_on_line(self) -> bool {
        self.start_and_flags & FIRST_ON_LINE != 0
    }

    /// Whether nothing stands between the token and the one before it.
    #[inline]
    pub fn is_glued(self) -> bool {
        self.start_and_flags & GLUED != 0
    }

    /// The name of a [`TokenKind::Name`] or [`TokenKind::Attribute`].
    #[inline]
    pub fn name(self) -> Name {
        Name::from_raw(self.payload)
    }

    /// The payload.
    #[inline]
    pub fn payload(self) -> u32 {
        self.payload
    }
}

/// The tokens of a file; the last one is [`TokenKind::EndOfFile`].
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    kinds: Vec<TokenKind>,
    places: Vec<Place>,
    comments_behind: Vec<u32>,
}

impl Tokens {
    /// No tokens, with room for `count`.
    pub fn with_capacity(count: usize) -> Self {
        Self { kinds: Vec::with_capacity(count), places: Vec::with_capacity(count), comments_behind: Vec::new() }
    }

    /// Adds a token.
    #[inline]
    pub fn push(&mut self, kind: TokenKind, place: Place) {
        self.kinds.push(kind);
        self.places.push(place);
    }

    /// Notes a comment `// …` that begins at byte `start`, behind a token of its line.
    pub(crate) fn push_comment_behind(&mut self, start: usize) {
        self.comments_behind.push(start as u32);
    }

    /// Where comments `// …` begin that stand behind tokens of their lines, in order.
    pub fn comments_behind(&self) -> &[u32] {
        &self.comments_behind
    }

    /// How many tokens there are, the end of the file counted.
    pub fn len(&self) -> usize {
        self.kinds.len()
    }

    /// Whether there are none: never so for what the lexer returns.
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// The kind of token `index`; behind the last one, the end of the file.
    #[inline]
    pub fn kind(&self, index: u32) -> TokenKind {
        self.kinds.get(index as usize).copied().unwrap_or(TokenKind::EndOfFile)
    }

    /// The place of token `index`; behind the last one, that of the last.
    #[inline]
    pub fn place(&self, index: u32) -> Place {
        match self.places.get(index as usize) {
            Some(place) => *place,
            None => self.places.last().copied().unwrap_or(Place::new(0, true, false, 0)),
        }
    }

    /// Byte offset of the first byte of token `index`.
    #[inline]
    pub fn start(&self, index: u32) -> u32 {
        self.place(index).start()
    }

    /// Byte offset behind the last byte of token `index`, in the text that the tokens come from.
    pub fn end(&self, index: u32, text: &str) -> u32 {
        let place = self.place(index);
        let kind = self.kind(index);
        match kind {
            TokenKind::EndOfFile => place.start(),
            TokenKind::Name => place.start() + crate::lexer::word_length(text, place.start()),
            _ if kind.is_literal() => place.payload(),
            TokenKind::Attribute => place.start() + 1 + crate::lexer::word_length(text, place.start() + 1),
            _ => place.start() + kind.text().len() as u32,
        }
    }

    /// The text of token `index`.
    pub fn text<'t>(&self, index: u32, text: &'t str) -> &'t str {
        text.get(self.start(index) as usize..self.end(index, text) as usize).unwrap_or("")
    }

    /// Gives back what was reserved beyond the tokens.
    pub fn shrink_to_fit(&mut self) {
        self.kinds.shrink_to_fit();
        self.places.shrink_to_fit();
        self.comments_behind.shrink_to_fit();
    }
}
