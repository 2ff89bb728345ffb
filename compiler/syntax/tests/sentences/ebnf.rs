//! The productions of `docs/reference/grammar.md` as data.

use std::collections::BTreeMap;

use hubbub_syntax::token::{DIRECTIVES, KEYWORDS, TokenKind};

const PAGE: &str = include_str!("../../../../docs/reference/grammar.md");

/// What a token has to be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Terminal {
    /// This kind, which has one text.
    Kind(TokenKind),
    /// A name with this text, or a directive that is an attribute.
    Word(TokenKind, String),
    Name,
    Number,
    String,
    Rune,
    Attribute,
    /// `;`, or nothing before a token that begins a line.
    Separator,
    /// Nothing, where the line ends.
    Last,
}

/// A piece of a production.
#[derive(Clone, Debug)]
pub enum Node {
    /// A token; whether it is glued to the one before.
    Token(Terminal, bool),
    /// The production of that index.
    Rule(usize),
    Sequence(Vec<Node>),
    Choice(Vec<Node>),
    Optional(Box<Node>),
    Repeated(Box<Node>),
}

/// All productions.
pub struct Grammar {
    pub names: Vec<String>,
    pub bodies: Vec<Node>,
    /// Whether newlines count within a production, whatever stands around it.
    pub has_lines: Vec<bool>,
}

impl Grammar {
    /// Reads the page. Panics where it is no grammar: where a production is missing or twice, or a token is none of the language.
    pub fn of_page() -> Self {
        let (_, behind) = PAGE.split_once("## Tree of productions").expect("it has its heading");
        let text = behind.split("```").nth(1).expect("the productions stand in a block");
        let words = words(text);
        let is_name = |index: usize| words.get(index + 1).is_some_and(|next| next == "=") && words[index] != "=";
        let starts: Vec<usize> = (0..words.len()).filter(|index| is_name(*index)).collect();
        let names: Vec<String> = starts.iter().map(|start| words[*start].clone()).collect();
        let numbers: BTreeMap<&str, usize> =
            names.iter().enumerate().map(|(number, name)| (name.as_str(), number)).collect();
        assert_eq!(numbers.len(), names.len(), "a production is defined twice");
        let bodies = starts.iter().enumerate().map(|(number, start)| {
            let end = starts.get(number + 1).copied().unwrap_or(words.len());
            let mut reader = Reader { words: &words[start + 2..end], at: 0, numbers: &numbers };
            let body = reader.choice();
            assert_eq!(reader.at, reader.words.len(), "what follows {:?} of `{}`", body, names[number]);
            body
        });
        let bodies = bodies.collect();
        let (_, sentence) = PAGE.split_once("Inside `tops`").expect("the page says where newlines count");
        let (sentence, _) = sentence.split_once("newlines count").expect("it says so in one sentence");
        let counting = format!("`tops`{sentence}");
        let has_lines: Vec<bool> = names.iter().map(|name| counting.contains(&format!("`{name}`"))).collect();
        assert_eq!(has_lines.iter().filter(|has| **has).count(), counting.matches('`').count() / 2);
        Self { names, bodies, has_lines }
    }

    /// The number of a production.
    pub fn rule(&self, name: &str) -> usize {
        self.names.iter().position(|known| known == name).unwrap_or_else(|| panic!("no production `{name}`"))
    }
}

/// Strings in quotes with them, words and single characters.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => rest[1..].find('"').expect("a quote is closed") + 2,
            _ if first.is_ascii_alphabetic() => rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        words.push(rest[..length].to_owned());
        rest = rest[length..].trim_start();
    }
    words
}

struct Reader<'w> {
    words: &'w [String],
    at: usize,
    numbers: &'w BTreeMap<&'w str, usize>,
}

impl Reader<'_> {
    fn peek(&self) -> &str {
        self.words.get(self.at).map_or("", String::as_str)
    }

    fn choice(&mut self) -> Node {
        let mut all = vec![self.sequence()];
        while self.peek() == "|" {
            self.at += 1;
            all.push(self.sequence());
        }
        if all.len() == 1 { all.swap_remove(0) } else { Node::Choice(all) }
    }

    fn sequence(&mut self) -> Node {
        let mut all = Vec::new();
        while !matches!(self.peek(), "" | "|" | ")" | "]" | "}") {
            all.push(self.piece());
        }
        assert!(!all.is_empty(), "an alternative without anything in it: {:?}", self.words);
        if all.len() == 1 { all.swap_remove(0) } else { Node::Sequence(all) }
    }

    fn piece(&mut self) -> Node {
        let word = self.peek().to_owned();
        self.at += 1;
        match word.as_str() {
            "(" | "[" | "{" => {
                let inner = self.choice();
                let closer = self.peek().to_owned();
                self.at += 1;
                match (word.as_str(), closer.as_str()) {
                    ("(", ")") => inner,
                    ("[", "]") => Node::Optional(Box::new(inner)),
                    ("{", "}") => Node::Repeated(Box::new(inner)),
                    _ => panic!("`{word}` is closed by `{closer}` in {:?}", self.words),
                }
            }
            "glued" => match self.piece() {
                Node::Token(terminal, _) => Node::Token(terminal, true),
                other => panic!("`glued` stands before {other:?}"),
            },
            _ if word.starts_with('"') => Node::Token(terminal(word.trim_matches('"')), false),
            "NAME" => Node::Token(Terminal::Name, false),
            "NUMBER" => Node::Token(Terminal::Number, false),
            "STRING" => Node::Token(Terminal::String, false),
            "RUNE" => Node::Token(Terminal::Rune, false),
            "ATTRIBUTE" => Node::Token(Terminal::Attribute, false),
            "SEP" => Node::Token(Terminal::Separator, false),
            "LAST" => Node::Token(Terminal::Last, false),
            _ => match self.numbers.get(word.as_str()) {
                Some(number) => Node::Rule(*number),
                None => panic!("grammar.md does not define `{word}`"),
            },
        }
    }
}

/// The token with this text.
fn terminal(text: &str) -> Terminal {
    let (tokens, errors) = hubbub_syntax::lexer::lex(&hubbub_syntax::Source::new(text.into()));
    assert!(errors.is_empty() && tokens.len() == 2, "grammar.md has the token \"{text}\", which is none");
    match tokens.kind(0) {
        kind @ (TokenKind::Name | TokenKind::Attribute) => Terminal::Word(kind, text.to_owned()),
        kind => Terminal::Kind(kind),
    }
}

/// Words and directives that no production uses.
pub fn unused_words(grammar: &Grammar) -> Vec<&'static str> {
    let text = format!("{:?}", grammar.bodies);
    let all = KEYWORDS.iter().chain(DIRECTIVES);
    all.filter(|(_, kind)| !text.contains(&format!("Kind({kind:?})"))).map(|(word, _)| *word).collect()
}
