//! Sentences that are made from the grammar at random.
//!
//! A grammar has several trees for some sentences, and the reference says in words which one is meant. Where another was made, that
//! piece is made anew ([`Generator::has_other_reading`]) or a separator put before what would be taken ([`Generator::put`]).

use hubbub_base::random::Random;
use hubbub_syntax::token::TokenKind;

use super::ebnf::{Grammar, Node, Terminal};
use super::recognizer::GOES_ON_BEHIND;

/// From so many tokens on, the shortest alternatives are taken.
const TOKENS_ENOUGH: usize = 120;
/// So deep productions stand in each other before the shortest alternatives are taken.
const DEPTH_ENOUGH: usize = 60;

/// A token of the sentence.
#[derive(Clone)]
struct Token {
    text: String,
    kind: TokenKind,
    /// What stands before it.
    gap: &'static str,
}

/// Makes sentences.
pub struct Generator<'g> {
    grammar: &'g Grammar,
    /// Of each production.
    costs: Vec<Cost>,
    random: Random,
    tokens: Vec<Token>,
    /// The productions around the next token.
    around: Vec<usize>,
    /// Whether a separator has to stand before the next token.
    is_separated: bool,
    /// Whether the next token has to begin a line.
    is_last: bool,
    /// How many tokens there were when a procedure without `end` was over that stands between brackets.
    arrow_end: usize,
    /// Whether something stands behind such a procedure that its statement would take.
    is_taken_along: bool,
    /// Alternatives that were taken, by production and number.
    pub taken: std::collections::BTreeSet<(usize, usize)>,
}

impl<'g> Generator<'g> {
    pub fn new(grammar: &'g Grammar, seed: u64) -> Self {
        let mut costs = vec![(usize::MAX, usize::MAX); grammar.bodies.len()];
        loop {
            let deeper = |(tokens, depth): Cost| (tokens, depth.saturating_add(1));
            let next: Vec<Cost> = grammar.bodies.iter().map(|body| deeper(cost(body, &costs))).collect();
            if next == costs {
                break;
            }
            costs = next;
        }
        let (tokens, taken) = (Vec::new(), std::collections::BTreeSet::new());
        let random = Random(seed);
        Self {
            grammar,
            costs,
            random,
            tokens,
            around: Vec::new(),
            is_separated: false,
            is_last: false,
            arrow_end: usize::MAX,
            is_taken_along: false,
            taken,
        }
    }

    /// A text that the production `name` has.
    pub fn sentence(&mut self, name: &str) -> String {
        self.tokens.clear();
        (self.is_separated, self.is_last, self.arrow_end) = (false, false, usize::MAX);
        self.rule(self.grammar.rule(name), true);
        self.tokens.iter().flat_map(|token| [token.gap, &token.text]).collect()
    }

    fn is_enough(&self) -> bool {
        self.around.len() > DEPTH_ENOUGH || self.tokens.len() > TOKENS_ENOUGH
    }

    fn rule(&mut self, rule: usize, lines: bool) {
        const TRIES: usize = 50;
        let grammar = self.grammar;
        let lines = lines || grammar.has_lines[rule];
        self.around.push(rule);
        let before = (self.tokens.len(), self.is_separated, self.is_last);
        for turn in 0..TRIES {
            self.node(rule, &grammar.bodies[rule], lines);
            if !self.has_other_reading(rule, before.0, lines) {
                break;
            }
            assert!(turn + 1 < TRIES, "`{}` is always read otherwise", grammar.names[rule]);
            self.tokens.truncate(before.0);
            self.arrow_end = usize::MAX;
            (self.is_separated, self.is_last) = (before.1, before.2);
        }
        self.around.pop();
    }

    fn node(&mut self, rule: usize, node: &Node, lines: bool) {
        match node {
            Node::Token(terminal, is_glued) => self.terminal(terminal, *is_glued, lines),
            Node::Rule(inner) => self.rule(*inner, lines),
            Node::Choice(all) => {
                let mut number = self.random.below(all.len());
                if self.is_enough() {
                    number = (0..all.len()).min_by_key(|one| cost(&all[*one], &self.costs)).unwrap_or(0);
                }
                if std::ptr::eq(node, &raw const self.grammar.bodies[rule]) {
                    self.taken.insert((rule, number));
                }
                self.node(rule, &all[number], lines);
            }
            Node::Optional(inner) => {
                if !self.is_enough() && !self.wants_separator(rule) && self.random.below(5) < 2 {
                    self.node(rule, inner, lines);
                }
            }
            Node::Repeated(inner) => {
                let most = if self.is_enough() || self.is_one_in_brackets(rule, lines) { 0 } else { 3 };
                for _ in 0..self.random.below(most + 1).saturating_sub(self.random.below(2)) {
                    self.node(rule, inner, lines);
                }
            }
            Node::Sequence(all) => {
                let mut depth = 0;
                for one in all {
                    self.node(rule, one, lines && depth == 0);
                    if let Node::Token(Terminal::Kind(kind), _) = one {
                        depth += super::recognizer::bracket(*kind);
                    }
                }
            }
        }
    }

    /// Whether the elements of `rule` begin behind a separator: what stands before might take the first one along.
    fn wants_separator(&self, rule: usize) -> bool {
        use TokenKind::*;
        let is_list = matches!(self.grammar.names[rule].as_str(), "fields" | "members" | "cases" | "tops");
        let last = self.tokens.last().map(|token| token.kind);
        is_list && !self.is_separated && !matches!(last, None | Some(Struct | Enum | Union))
    }

    /// Between brackets a comma belongs to the list around it.
    fn is_one_in_brackets(&self, rule: usize, lines: bool) -> bool {
        !lines && matches!(self.grammar.names[rule].as_str(), "exprs" | "names" | "places")
    }

    /// Whether what `rule` has made since token `first` is read as something else, by the section "What decides between two readings".
    fn has_other_reading(&mut self, rule: usize, first: usize, lines: bool) -> bool {
        use TokenKind::*;
        let kind = |index: usize| self.tokens.get(first + index).map_or(EndOfFile, |token| token.kind);
        let begins_parameters = match kind(1) {
            RightParen | DotDot => true,
            Name => matches!(kind(2), Colon | ColonEqual),
            _ => false,
        };
        match self.grammar.names[rule].as_str() {
            // a procedure with something behind it, and the parameters of a generic one
            "constant" => match kind(0) {
                LeftParen => begins_parameters,
                LeftBrace => kind(1) == Name && matches!(kind(2), Comma | RightBrace | Colon),
                HashCCall | LeftBracket => true,
                _ => false,
            },
            "effect" | "place" => matches!(kind(0), Match | Block),
            // `_` matches anything
            "atom" => self.tokens[first].text == "_",
            // the braces are the type's
            "post" => {
                matches!(kind(0), HashType | HashClosure | HashAsm | HashRun)
                    && self.tokens[first..].iter().any(|token| token.kind == LeftBrace)
            }
            // heads take as much as they can
            "statement" | "plain" => {
                let before = first.checked_sub(1).map(|last| self.tokens[last].kind);
                let is_separate = self.tokens[first].gap.trim() == ";" || self.tokens[first].gap == "\n";
                let is_word = kind(0).is_keyword() && !matches!(kind(0), Ifx | Context | True | False | Null | Uninit);
                let is_else_if = matches!((before, kind(0)), (Some(Else), If) | (Some(HashElse), HashIf));
                let begins_body = matches!(before, Some(Block | Else | HashElse | FatArrow | Defer));
                !is_separate && !begins_body && !is_word || is_else_if && !is_separate
            }
            // that is the arrow of the signature, on a line of its own
            "body" => kind(0) == FatArrow && self.tokens[first].gap == "\n",
            // between brackets `return` takes as many values as there are results
            "arrow" => {
                let has = |kind| self.tokens[first..].iter().any(|token| token.kind == kind);
                !lines && kind(0) == Arrow && has(Comma) && has(Return)
            }
            // between brackets no `;` ends a signature
            "declaration" => !lines && self.is_last,
            "top" => std::mem::take(&mut self.is_taken_along),
            // the statement behind `=>` takes the commas that follow
            "short" => {
                self.arrow_end = self.tokens.len();
                false
            }
            "expr" => lines && self.arrow_end == self.tokens.len(),
            _ => false,
        }
    }

    fn terminal(&mut self, terminal: &Terminal, is_glued: bool, lines: bool) {
        const NAMES: &[&str] = &["a", "b", "list", "n-1", "Point", "ba-mươi", "_", "x2"];
        let text = match terminal {
            Terminal::Separator => return self.is_separated = true,
            Terminal::Last => return self.is_last = true,
            Terminal::Kind(kind) => kind.text().to_owned(),
            Terminal::Word(_, word) => word.clone(),
            Terminal::Name => self.random.pick(NAMES).to_owned(),
            Terminal::Number => self.random.pick(&["0", "12_000", "0xff", "1.5e-3", "0x1.8p3"]).to_owned(),
            Terminal::String => self.random.pick(&["\"text\"", "`raw\n`", "\"\\n\""]).to_owned(),
            Terminal::Rune => self.random.pick(&["'a'", "'\\n'"]).to_owned(),
            Terminal::Attribute => self.random.pick(&["#inline", "#packed", "#private", "#must-use"]).to_owned(),
        };
        let kind = match terminal {
            Terminal::Kind(kind) | Terminal::Word(kind, _) => *kind,
            Terminal::Name => TokenKind::Name,
            Terminal::Attribute => TokenKind::Attribute,
            _ => TokenKind::String,
        };
        self.put(text, kind, is_glued, lines);
    }

    /// Adds a token with what has to stand before it.
    fn put(&mut self, text: String, kind: TokenKind, is_glued: bool, lines: bool) {
        use TokenKind::*;
        let last = self.tokens.last().map_or(Semicolon, |token| token.kind);
        let is_bracket_around = !lines && matches!(last, LeftParen | LeftBracket | LeftBrace | Comma);
        // on a new line `.name` goes on with the statement, and an operator is taken for one
        let needs_semicolon = matches!(kind, Dot | Ampersand | Star | Minus);
        let gap = match () {
            () if self.is_last => "\n",
            () if self.is_separated && (needs_semicolon || self.random.below(3) == 0) => " ; ",
            () if self.is_separated => "\n",
            () if is_glued => "",
            () if (is_bracket_around || GOES_ON_BEHIND.contains(&last)) && self.random.below(8) == 0 => "\n    ",
            () => " ",
        };
        let is_closer = matches!(kind, RightParen | RightBracket | RightBrace | Comma);
        self.is_taken_along |= self.arrow_end == self.tokens.len() && !is_closer;
        (self.is_separated, self.is_last) = (false, false);
        self.tokens.push(Token { text, kind, gap });
    }
}

/// How many tokens the shortest sentence has, and how many productions stand in each other there.
type Cost = (usize, usize);

fn cost(node: &Node, rules: &[Cost]) -> Cost {
    match node {
        Node::Token(..) => (1, 0),
        Node::Optional(_) | Node::Repeated(_) => (0, 0),
        Node::Rule(rule) => rules[*rule],
        Node::Sequence(all) => all
            .iter()
            .map(|one| cost(one, rules))
            .fold((0, 0), |(tokens, depth), (more, deeper)| (tokens.saturating_add(more), depth.max(deeper))),
        Node::Choice(all) => all.iter().map(|one| cost(one, rules)).min().unwrap_or((0, 0)),
    }
}
