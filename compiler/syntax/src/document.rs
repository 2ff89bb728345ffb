//! The documentation of a module as Markdown: its `//!` text, then what is public, with the `///` lines above it.
//!
//! Declarations are shown as they are written, procedures without their bodies. Names mean nothing here, so what an import hands on is not
//! shown. Start with [`markdown`].

use crate::token::TokenKind;
use crate::tree::{NodeId, Tree, View};

/// Declarations of types with more lines than this are cut.
const TYPE_LINES_MAX: usize = 60;
/// Other constants and variables with more lines than this are cut.
const VALUE_LINES_MAX: usize = 3;

/// Headings begin with as many `#` as `level` says.
pub fn markdown(tree: &Tree, name: &str, level: usize) -> String {
    let heading = "#".repeat(level);
    let mut out = format!("{heading} {name}\n\n");
    if let Some(text) = tree.module_doc() {
        out.push_str(&format!("{text}\n\n"));
    }
    let mut writer = Writer { tree, heading: format!("{heading}#"), last: String::new(), out };
    for (item, name) in public_items(tree) {
        writer.declaration(item, name);
    }
    writer.out.truncate(writer.out.trim_end().len());
    writer.out.push('\n');
    writer.out
}

/// The first sentence of a module's text, on one line.
pub fn summary(tree: &Tree) -> String {
    let text = tree.module_doc().unwrap_or_default();
    let paragraph = text.split("\n\n").next().unwrap_or("").replace('\n', " ");
    match paragraph.find(". ") {
        Some(end) => paragraph.get(..=end).unwrap_or("").to_owned(),
        None => paragraph,
    }
}

/// The declarations that others can use, with their names; those of all branches of a condition. Their nesting is bounded by the parser.
pub(crate) fn public_items(tree: &Tree) -> Vec<(NodeId, String)> {
    let mut found = Vec::new();
    let mut pending = tree.items().iter().rev().copied().collect::<Vec<_>>();
    while let Some(item) = pending.pop() {
        if let View::StaticIf { then, otherwise, .. } = tree.view(item) {
            pending.extend(otherwise.iter().rev().chain(then.iter().rev()));
        } else if let Some(name) = public_name(tree, item) {
            found.push((item, name));
        }
    }
    found
}

/// Whether a declaration is one of a procedure.
pub(crate) fn is_procedure(tree: &Tree, item: NodeId) -> bool {
    match tree.view(item) {
        View::Operator { .. } => true,
        View::Constant { value, .. } => matches!(tree.view(value), View::Procedure { .. }),
        _ => false,
    }
}

fn public_name(tree: &Tree, item: NodeId) -> Option<String> {
    let (name, value, attributes) = match tree.view(item) {
        View::Constant { name, value, attributes, .. } => (tree.source(name).to_owned(), Some(value), attributes),
        View::Variable { names, attributes, .. } => {
            let names: Vec<&str> = names.iter().map(|name| tree.source(*name)).collect();
            (names.join(", "), None, attributes)
        }
        View::AddContext { name, attributes, .. } => (tree.source(name).to_owned(), None, attributes),
        View::Operator { procedure, .. } => {
            let text = tree.source(item).split("::").next().unwrap_or("").trim();
            (text.to_owned(), Some(procedure), &[][..])
        }
        _ => return None,
    };
    let inner = value.map_or(&[][..], |value| inner_attributes(tree, value));
    let is_private =
        |node: &NodeId| matches!(tree.view(*node), View::Attribute { name, .. } if name.as_str() == "private");
    let is_hidden = attributes.iter().chain(inner).any(is_private);
    if is_hidden { None } else { Some(name) }
}

fn inner_attributes(tree: &Tree, value: NodeId) -> &[NodeId] {
    match tree.view(value) {
        View::Struct { attributes, .. }
        | View::Enum { attributes, .. }
        | View::Union { attributes, .. }
        | View::Procedure { attributes, .. } => attributes,
        _ => &[],
    }
}

/// A declaration as it is written, without the body of a procedure, and without what is too long to tell something.
pub fn declaration(tree: &Tree, item: NodeId) -> String {
    Writer { tree, heading: String::new(), last: String::new(), out: String::new() }.shown(item)
}

struct Writer<'t> {
    tree: &'t Tree,
    heading: String,
    /// The name under which declarations stand at the moment.
    last: String,
    out: String,
}

impl Writer<'_> {
    fn declaration(&mut self, item: NodeId, name: String) {
        if name != self.last {
            self.out.push_str(&format!("{} `{name}`\n\n", self.heading));
            self.last = name;
        }
        let text = self.shown(item);
        self.out.push_str(&format!("```hubbub fragment\n{text}\n```\n\n"));
        if let Some(text) = self.tree.doc(item) {
            self.out.push_str(&format!("{text}\n\n"));
        }
    }

    /// A declaration as it is written, as far as it tells something to users.
    fn shown(&self, item: NodeId) -> String {
        let (value, lines_max) = match self.tree.view(item) {
            View::Operator { procedure, .. } => (Some(procedure), VALUE_LINES_MAX),
            View::Constant { value, .. } => match self.tree.view(value) {
                View::Procedure { .. } => (Some(value), VALUE_LINES_MAX),
                View::Struct { .. } | View::Enum { .. } | View::Union { .. } | View::TypeAlias { .. } => {
                    (None, TYPE_LINES_MAX)
                }
                _ => (None, VALUE_LINES_MAX),
            },
            _ => (None, VALUE_LINES_MAX),
        };
        if value.is_some() {
            return self.signature(item);
        }
        let text = self.tree.source(item).trim_end();
        if text.lines().count() <= lines_max {
            return text.to_owned();
        }
        format!("{} …", text.lines().next().unwrap_or("").trim_end())
    }

    /// The first line of a procedure, which may go on in brackets and with `where`, up to its body.
    fn signature(&self, item: NodeId) -> String {
        let (first, last) = self.tree.token_range(item);
        let tokens = self.tree.tokens();
        let (mut depth, mut end) = (0_u32, first);
        for index in first..=last {
            let kind = tokens.kind(index);
            let is_new_line = index > first && tokens.place(index).is_first_on_line() && kind != TokenKind::Where;
            if depth == 0
                && (is_new_line || matches!(kind, TokenKind::FatArrow | TokenKind::End | TokenKind::Semicolon))
            {
                break;
            }
            match kind {
                TokenKind::LeftParen | TokenKind::LeftBrace | TokenKind::LeftBracket => depth += 1,
                TokenKind::RightParen | TokenKind::RightBrace | TokenKind::RightBracket => {
                    depth = depth.saturating_sub(1)
                }
                _ => {}
            }
            end = index;
        }
        let text = self.tree.text();
        let range = tokens.start(first) as usize..tokens.end(end, text) as usize;
        text.get(range).unwrap_or("").to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{markdown, summary};
    use crate::parse_text;

    const MODULE: &str = "//! Shapes. And more.\n//!\n//! A second paragraph.\n\n/// A point.\nPoint :: struct\n    x: Int  // across\nend\n\
        hidden :: () -> Int #private => 3\n/// Moves it.\nmove :: {T}(p: Pointer{Point},\n            by: T) -> Int where is_integer(T)\n    // how\n    return 1\nend\n\
        move :: () => print(\"x\")\n#if Build.DEBUG\n    level := 1\n#end\n+ :: #operator (a: Point, b: Point) -> Point => a\n\
        TABLE :: f(\n1,\n2,\n3)\n";

    #[test]
    fn public_declarations_are_shown_without_bodies() {
        let tree = parse_text(MODULE).tree;
        assert_eq!(summary(&tree), "Shapes.");
        let expected = "# Shapes\n\nShapes. And more.\n\nA second paragraph.\n\n\
            ## `Point`\n\n```hubbub fragment\nPoint :: struct\n    x: Int  // across\nend\n```\n\nA point.\n\n\
            ## `move`\n\n```hubbub fragment\nmove :: {T}(p: Pointer{Point},\n            by: T) -> Int where is_integer(T)\n```\n\nMoves it.\n\n\
            ```hubbub fragment\nmove :: ()\n```\n\n\
            ## `level`\n\n```hubbub fragment\nlevel := 1\n```\n\n\
            ## `+`\n\n```hubbub fragment\n+ :: #operator (a: Point, b: Point) -> Point\n```\n\n\
            ## `TABLE`\n\n```hubbub fragment\nTABLE :: f( …\n```\n";
        assert_eq!(markdown(&tree, "Shapes", 1), expected);
    }

    #[test]
    fn an_empty_module_has_its_heading() {
        assert_eq!(markdown(&parse_text("").tree, "Nothing", 2), "## Nothing\n");
    }
}
