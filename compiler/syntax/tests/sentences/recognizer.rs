//! Whether a text can be derived from the grammar: all ends that a production can have at a place, each found once.
//!
//! A place is twice the number of a token, plus one where a separator has stood for its being the first of its line.

use std::rc::Rc;

use hashbrown::HashMap;
use hubbub_syntax::token::{TokenKind, Tokens};

use super::ebnf::{Grammar, Node, Terminal};

/// Behind these a statement goes on, on whatever line.
pub const GOES_ON_BEHIND: &[TokenKind] = {
    use TokenKind::*;
    &[
        OrElse,
        OrOr,
        AndAnd,
        EqualEqual,
        BangEqual,
        Less,
        LessEqual,
        Greater,
        GreaterEqual,
        In,
        DotDotLess,
        DotDotEqual,
        Ampersand,
        Pipe,
        Caret,
        ShiftLeft,
        ShiftRight,
        Plus,
        Minus,
        Star,
        Slash,
        Percent,
        PercentPercent,
        Equal,
        PlusEqual,
        MinusEqual,
        StarEqual,
        SlashEqual,
        PercentEqual,
        PercentPercentEqual,
        AmpersandEqual,
        PipeEqual,
        CaretEqual,
        ShiftLeftEqual,
        ShiftRightEqual,
        ColonEqual,
        ColonColon,
        Arrow,
        FatArrow,
        Comma,
    ]
};

/// Which kinds of tokens a production can begin with.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct Kinds([u64; 2]);

impl Kinds {
    const ALL: Self = Self([u64::MAX; 2]);

    fn of(kind: TokenKind) -> Self {
        let mut kinds = Self::default();
        kinds.0[usize::from(kind as u8 / 64)] |= 1 << (kind as u8 % 64);
        kinds
    }

    fn has(self, kind: TokenKind) -> bool {
        self.0[usize::from(kind as u8 / 64)] & 1 << (kind as u8 % 64) != 0
    }

    fn or(self, other: Self) -> Self {
        Self([self.0[0] | other.0[0], self.0[1] | other.0[1]])
    }
}

/// The grammar, and what each production can begin with.
pub struct Recognizer {
    pub grammar: Grammar,
    /// All kinds, where a production can be empty.
    first: Vec<Kinds>,
}

impl Recognizer {
    pub fn new(grammar: Grammar) -> Self {
        let mut first = vec![Kinds::default(); grammar.bodies.len()];
        loop {
            let next: Vec<Kinds> = grammar.bodies.iter().map(|body| first_of(body, &first)).collect();
            if next == first {
                return Self { grammar, first };
            }
            first = next;
        }
    }

    /// The token up to which `text` can be derived: `None` if that is all of it.
    pub fn stops_at(&self, text: &str, tokens: &Tokens) -> Option<u32> {
        let mut run = Run { all: self, text, tokens, known: HashMap::new(), furthest: 0 };
        let ends = run.rule(self.grammar.rule("file"), 0, true);
        let is_derived = ends.iter().any(|end| tokens.kind(end / 2) == TokenKind::EndOfFile);
        (!is_derived).then_some(run.furthest)
    }
}

/// Kinds that `node` can begin with; all of them where it can be empty.
fn first_of(node: &Node, rules: &[Kinds]) -> Kinds {
    match node {
        Node::Token(terminal, _) => match terminal {
            Terminal::Kind(kind) | Terminal::Word(kind, _) => Kinds::of(*kind),
            Terminal::Name => Kinds::of(TokenKind::Name),
            Terminal::Number => Kinds::of(TokenKind::Integer).or(Kinds::of(TokenKind::Float)),
            Terminal::String => Kinds::of(TokenKind::String).or(Kinds::of(TokenKind::RawString)),
            Terminal::Rune => Kinds::of(TokenKind::Rune),
            Terminal::Attribute => Kinds::of(TokenKind::Attribute),
            Terminal::Separator | Terminal::Last => Kinds::ALL,
        },
        Node::Rule(rule) => rules[*rule],
        Node::Choice(all) => all.iter().fold(Kinds::default(), |kinds, one| kinds.or(first_of(one, rules))),
        Node::Optional(_) | Node::Repeated(_) => Kinds::ALL,
        Node::Sequence(all) => first_of_sequence(all, rules),
    }
}

fn first_of_sequence(all: &[Node], rules: &[Kinds]) -> Kinds {
    let mut kinds = Kinds::default();
    for node in all {
        match node {
            Node::Optional(inner) | Node::Repeated(inner) => kinds = kinds.or(first_of(inner, rules)),
            _ => return kinds.or(first_of(node, rules)),
        }
    }
    Kinds::ALL
}

struct Run<'t> {
    all: &'t Recognizer,
    text: &'t str,
    tokens: &'t Tokens,
    /// By production, place, and whether newlines count.
    known: HashMap<(u32, u32, bool), Rc<[u32]>>,
    /// The furthest token at which one was looked for in vain.
    furthest: u32,
}

impl Run<'_> {
    fn rule(&mut self, rule: usize, place: u32, lines: bool) -> Rc<[u32]> {
        if !self.all.first[rule].has(self.tokens.kind(place / 2)) {
            self.furthest = self.furthest.max(place / 2);
            return Rc::new([]);
        }
        if self.goes_on_with_chain(rule, place / 2) {
            return Rc::new([]);
        }
        let key = (rule as u32, place, lines);
        if let Some(ends) = self.known.get(&key) {
            return ends.clone();
        }
        let begins_lines = self.all.grammar.has_lines[rule] && !lines;
        let start = place | u32::from(begins_lines);
        let all = self.all;
        let ends: Rc<[u32]> = self.walk(&all.grammar.bodies[rule], vec![start], lines || begins_lines).into();
        self.known.insert(key, ends.clone());
        ends
    }

    /// Whether token `index` is the `if` of an `else if`, the `#if` of an `#else #if`: it goes on with the chain and begins nothing.
    fn goes_on_with_chain(&self, rule: usize, index: u32) -> bool {
        let chain = match (self.tokens.kind(index.wrapping_sub(1)), self.tokens.kind(index)) {
            (TokenKind::Else, TokenKind::If) => &["statement", "plain"][..],
            (TokenKind::HashElse, TokenKind::HashIf) => &["statement", "plain", "top", "field", "member", "case"],
            _ => return false,
        };
        !self.tokens.place(index).is_first_on_line() && chain.contains(&self.all.grammar.names[rule].as_str())
    }

    /// The ends of `node` at all these places, in order and once each.
    fn walk(&mut self, node: &Node, from: Vec<u32>, lines: bool) -> Vec<u32> {
        let mut ends = Vec::new();
        match node {
            Node::Token(terminal, is_glued) => {
                ends.extend(from.iter().filter_map(|place| self.token(terminal, *is_glued, *place, lines)));
            }
            Node::Rule(rule) => from.iter().for_each(|place| ends.extend_from_slice(&self.rule(*rule, *place, lines))),
            Node::Choice(all) => all.iter().for_each(|one| ends.extend(self.walk(one, from.clone(), lines))),
            Node::Optional(inner) => {
                ends = self.walk(inner, from.clone(), lines);
                ends.extend(from);
            }
            Node::Repeated(inner) => {
                let mut new = from;
                while !new.is_empty() {
                    ends.extend_from_slice(&new);
                    new = self.walk(inner, new, lines);
                    new.retain(|end| !ends.contains(end));
                }
            }
            Node::Sequence(all) => return self.sequence(all, from, lines),
        }
        if ends.len() > 1 {
            ends.sort_unstable();
            ends.dedup();
        }
        ends
    }

    /// Newlines do not count between brackets that stand in one sequence.
    fn sequence(&mut self, all: &[Node], from: Vec<u32>, lines: bool) -> Vec<u32> {
        let mut places = from;
        let mut depth = 0;
        for node in all {
            let bracket = match node {
                Node::Token(Terminal::Kind(kind), _) => bracket(*kind),
                _ => 0,
            };
            places = self.walk(node, places, lines && depth == 0);
            depth += bracket;
            if places.is_empty() {
                break;
            }
        }
        places
    }

    /// The place behind the token at `place`, if it is `terminal`.
    fn token(&mut self, terminal: &Terminal, is_glued: bool, place: u32, lines: bool) -> Option<u32> {
        let (index, has_separator) = (place / 2, place % 2 == 1);
        let (kind, token) = (self.tokens.kind(index), self.tokens.place(index));
        let begins_line = token.is_first_on_line() || kind == TokenKind::EndOfFile;
        match terminal {
            Terminal::Separator if kind == TokenKind::Semicolon => return Some(place / 2 * 2 + 2),
            Terminal::Separator => {
                return (begins_line && !has_separator && !self.continues(index)).then_some(place | 1);
            }
            Terminal::Last => return begins_line.then_some(place),
            _ => {}
        }
        let text = || self.tokens.text(index, self.text);
        let is_it = match terminal {
            Terminal::Kind(wanted) => kind == *wanted,
            Terminal::Word(wanted, word) => kind == *wanted && text() == word,
            Terminal::Name => kind == TokenKind::Name,
            Terminal::Number => matches!(kind, TokenKind::Integer | TokenKind::Float),
            Terminal::String => matches!(kind, TokenKind::String | TokenKind::RawString),
            Terminal::Rune => kind == TokenKind::Rune,
            Terminal::Attribute => kind == TokenKind::Attribute && !matches!(text(), "#foreign" | "#intrinsic"),
            Terminal::Separator | Terminal::Last => false,
        };
        let goes_on = !lines || !begins_line || has_separator || self.goes_on(index);
        if is_it && goes_on && (!is_glued || token.is_glued()) {
            return Some(place / 2 * 2 + 2);
        }
        self.furthest = self.furthest.max(index);
        None
    }

    /// Whether the statement before goes on with token `index`, which begins a line.
    fn goes_on(&self, index: u32) -> bool {
        self.continues(index) || index == 0 || GOES_ON_BEHIND.contains(&self.tokens.kind(index - 1))
    }

    /// Whether token `index` goes on with the line before, wherever that has ended.
    fn continues(&self, index: u32) -> bool {
        match self.tokens.kind(index) {
            TokenKind::Where => true,
            TokenKind::Dot => self.tokens.kind(index + 1) == TokenKind::Name,
            _ => false,
        }
    }
}

/// By how much a token changes the number of open brackets.
pub fn bracket(kind: TokenKind) -> i32 {
    match kind {
        TokenKind::LeftParen | TokenKind::LeftBracket | TokenKind::LeftBrace => 1,
        TokenKind::RightParen | TokenKind::RightBracket | TokenKind::RightBrace => -1,
        _ => 0,
    }
}
