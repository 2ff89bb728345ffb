//! Examples in documentation: the fenced blocks of doc comments, as programs with what they print.
//!
//! A block between lines of three backquotes is an example, unless words behind the first ones say otherwise (`hubbub` alone does not); with
//! `hubbub needs NAME` it is one for processes whose environment has the variable NAME. Behind
//! `// =>` stands the value of the expression before it as `{:?}` writes it, or what the `print` before it writes; a line `// => …` alone
//! goes on with what is printed. `// panic: …` is a part of the message that the line ends the example with. Lines that
//! import stand in front; the module of the comment is imported under its own name.
//!
//! An example becomes a file of its own in which each byte of its code stands where it stands in the module, so that messages about it point
//! into the comment. What must be around it is put into the room that the comment's slashes and fences leave, or behind it. Start with
//! [`examples`].

use crate::document::{is_procedure, public_items};
use crate::tree::Tree;

/// The procedure that a body becomes. It and [`SHOW`] fit into the room of a fence, of a comment's slashes.
const BODY: &str = "r_";
/// What the value before `// =>` is handed to.
const SHOW: &str = "v_";

/// An example in a doc comment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Example {
    /// The name of the declaration that it belongs to; empty for the module itself.
    pub subject: String,
    /// The line of its first fence, from 1.
    pub line: usize,
    /// Its module, without the import of the module that it belongs to.
    pub code: String,
    /// The procedure that runs it.
    pub entry: &'static str,
    /// The lines that it prints.
    pub output: Vec<String>,
    /// A part of the message of the panic that it ends with.
    pub panic: Option<String>,
    /// The variable of the environment without which it cannot run: it says where a server is.
    pub needs: Option<String>,
}

/// A line of the file, without its break.
#[derive(Clone, Copy)]
struct Line<'t> {
    start: usize,
    text: &'t str,
}

impl<'t> Line<'t> {
    /// How many bytes stand before the text of a comment, and that text.
    fn comment(self) -> Option<(usize, &'t str)> {
        let text = self.text.trim_start();
        let behind = text.strip_prefix("///").or_else(|| text.strip_prefix("//!"))?;
        let behind = behind.strip_prefix(' ').unwrap_or(behind);
        Some((self.text.len() - behind.len(), behind.trim_end()))
    }
}

/// The examples of a module, in the order of their declarations.
pub fn examples(tree: &Tree) -> Vec<Example> {
    let lines = lines_of(tree.text());
    let head = head_comment(tree, &lines);
    let mut found = blocks(tree.text(), head, "");
    for (item, name) in public_items(tree) {
        found.extend(blocks(tree.text(), comment_above(&lines, tree.start(item)), &name));
    }
    found
}

/// The public procedures without an example, by name and line. One example serves all procedures of a name.
pub fn missing(tree: &Tree) -> Vec<(String, usize)> {
    let lines = lines_of(tree.text());
    let with: Vec<String> = examples(tree).into_iter().map(|example| example.subject).collect();
    let mut missing: Vec<(String, usize)> = Vec::new();
    for (item, name) in public_items(tree) {
        let is_known = with.contains(&name) || missing.iter().any(|(known, _)| *known == name);
        if is_procedure(tree, item) && !is_known {
            let line = lines.partition_point(|line| line.start <= tree.start(item) as usize);
            missing.push((name, line));
        }
    }
    missing
}

fn lines_of(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    text.split_inclusive('\n')
        .map(|whole| {
            let line = Line { start, text: whole.strip_suffix('\n').unwrap_or(whole) };
            start += whole.len();
            line
        })
        .collect()
}

/// The `//!` lines before the first token.
fn head_comment<'l, 't>(tree: &Tree, lines: &'l [Line<'t>]) -> &'l [Line<'t>] {
    let end = lines.partition_point(|line| line.start < tree.tokens().start(0) as usize);
    let is_head = |line: &Line<'_>| line.text.trim_start().starts_with("//!");
    let first = lines.iter().position(is_head).unwrap_or(end).min(end);
    let last = lines.iter().take(end).rposition(is_head).map_or(first, |last| last + 1);
    lines.get(first..last).unwrap_or(&[])
}

/// The `///` lines right above a place, as [`Tree::doc`] finds them.
fn comment_above<'l, 't>(lines: &'l [Line<'t>], place: u32) -> &'l [Line<'t>] {
    let own = lines.partition_point(|line| line.start <= place as usize).saturating_sub(1);
    let above = lines.get(..own).unwrap_or(&[]);
    let end = above.iter().rposition(|line| !line.text.trim().is_empty()).map_or(0, |last| last + 1);
    let is_doc = |line: &Line<'_>| {
        let text = line.text.trim_start();
        text.starts_with("///") && !text.starts_with("////")
    };
    let above = above.get(..end).unwrap_or(&[]);
    let count = above.iter().rev().take_while(|line| is_doc(line)).count();
    above.get(end - count..).unwrap_or(&[])
}

/// The examples of one comment.
fn blocks(text: &str, comment: &[Line<'_>], subject: &str) -> Vec<Example> {
    let mut found = Vec::new();
    let mut rest = comment;
    while let Some((first, behind)) = rest.split_first() {
        rest = behind;
        let Some(words) = first.comment().and_then(|(_, line)| line.strip_prefix("```")) else { continue };
        let is_fence = |line: &Line<'_>| line.comment().is_some_and(|(_, text)| text.starts_with("```"));
        let Some(length) = behind.iter().position(is_fence) else { break };
        if let Some(needs) = needs(words) {
            let line = text.get(..first.start).unwrap_or("").matches('\n').count() + 1;
            let body = behind.get(..length).unwrap_or(&[]);
            let is_module = body.iter().filter_map(|line| line.comment()).any(|(_, text)| text.starts_with("main ::"));
            let mut builder = Builder::new(text, *first, is_module);
            body.iter().for_each(|line| builder.line(*line));
            found.push(Example { needs, ..builder.finish(is_module, subject, line) });
        }
        rest = behind.get(length + 1..).unwrap_or(&[]);
    }
    found
}

/// From the words behind the backquotes, what the example needs, if it is one.
fn needs(words: &str) -> Option<Option<String>> {
    let words: Vec<&str> = words.split_whitespace().collect();
    match words.as_slice() {
        [] | ["hubbub"] => Some(None),
        ["hubbub", "needs", name] => Some(Some((*name).to_owned())),
        _ => None,
    }
}

/// Writes an example.
struct Builder {
    code: String,
    imports: String,
    output: Vec<String>,
    panic: Option<String>,
}

impl Builder {
    fn new(text: &str, fence: Line<'_>, is_module: bool) -> Self {
        let mut code = blank(text.get(..fence.start).unwrap_or(""));
        let indentation = fence.text.len() - fence.text.trim_start().len();
        let head = if is_module { String::new() } else { format!("{}{BODY}::()", " ".repeat(indentation)) };
        code.push_str(&format!("{head:width$}\n", width = fence.text.len()));
        Self { code, imports: String::new(), output: Vec::new(), panic: None }
    }

    fn line(&mut self, line: Line<'_>) {
        let (prefix, text) = line.comment().unwrap_or((line.text.len(), ""));
        let (code, promise) = promise(text);
        let code = code.trim_end();
        if is_import(code) {
            self.imports.push_str(&format!("{code}\n"));
            self.code.push_str(&format!("{}\n", " ".repeat(line.text.len())));
            return;
        }
        let indentation = prefix + code.len() - code.trim_start().len();
        // A call is a statement; where it panics nobody sees whether it has a value.
        let is_shown = match promise {
            Some(Promise::Prints(_)) => is_value(code.trim_start()),
            Some(Promise::Panics(_)) => is_value(code.trim_start()) && !code.ends_with(')'),
            None => false,
        };
        let (before, behind) = if is_shown {
            (format!("{}{SHOW}(", " ".repeat(indentation - SHOW.len() - 1)), ")")
        } else {
            (" ".repeat(indentation), "")
        };
        let written = format!("{before}{}{behind}", code.trim_start());
        self.code.push_str(&format!("{written}{}\n", " ".repeat(line.text.len().saturating_sub(written.len()))));
        match promise {
            Some(Promise::Prints(output)) => self.output.push(output),
            Some(Promise::Panics(message)) => self.panic = Some(message),
            None => {}
        }
    }

    fn finish(mut self, is_module: bool, subject: &str, line: usize) -> Example {
        if !is_module {
            self.code.push_str("end\n");
        }
        self.code.push_str(&self.imports);
        self.code.push_str(&format!("{SHOW} :: (value: Any) => print(\"{{:?}}\\n\", value)\n"));
        let entry = if is_module { "main" } else { BODY };
        Example {
            subject: subject.to_owned(),
            line,
            code: self.code,
            entry,
            output: self.output,
            panic: self.panic,
            needs: None,
        }
    }
}

/// The same lines with nothing on them.
fn blank(text: &str) -> String {
    text.split_inclusive('\n')
        .map(|line| match line.strip_suffix('\n') {
            Some(line) => " ".repeat(line.len()) + "\n",
            None => " ".repeat(line.len()),
        })
        .collect()
}

/// What a line says that it does.
enum Promise {
    Prints(String),
    Panics(String),
}

/// The code of a line, and what its comment promises.
fn promise(text: &str) -> (&str, Option<Promise>) {
    if let Some((code, output)) = text.rsplit_once("// =>") {
        return (code, Some(Promise::Prints(output.trim().to_owned())));
    }
    match text.rsplit_once("// panic:") {
        Some((code, message)) => (code, Some(Promise::Panics(message.trim().to_owned()))),
        None => (text, None),
    }
}

fn is_import(code: &str) -> bool {
    let behind_name = code.split_once("::").map_or("", |(_, value)| value.trim_start());
    [code, behind_name].iter().any(|text| text.starts_with("#import"))
}

/// Whether code is an expression that has a value. What prints has none.
fn is_value(code: &str) -> bool {
    !code.is_empty()
        && !code.starts_with("print(")
        && crate::parse_text(format!("{BODY} :: {code}\n")).errors.is_empty()
}

#[cfg(test)]
mod tests {
    use super::{Example, examples, missing};
    use crate::parse_text;

    const MODULE: &str = "//! Shapes.\n//!\n//! ```\n//! #import \"List\"\n//! x := Shapes.twice(2) // => 4\n//! ```\n\n\
        /// Twice.\n/// ```\n/// if true\n///     Shapes.twice(2)  // => 4\n/// end\n/// Shapes.twice(9)// panic: too much\n/// // => ä\n/// ```\n\
        twice :: (x: Int) -> Int => 2 * x\n\
        /// ```text\n/// no code\n/// ```\nthrice :: (x: Int) -> Int => 3 * x\n\
        hidden :: (x: Int) -> Int #private => 3 * x\ntwice :: (x: f32) -> f32 => x\nLIMIT :: 3\n";

    fn found() -> Vec<Example> {
        examples(&parse_text(MODULE).tree)
    }

    #[test]
    fn code_stands_where_it_stood() {
        let found = found();
        assert_eq!(found.len(), 2);
        let (body, rest) = found[1].code.split_once("end\nv_ :: ").unwrap();
        let expected = MODULE.find("Shapes.twice(2)  //").unwrap();
        assert_eq!(body.find("Shapes.twice(2)"), Some(expected));
        assert_eq!(&body[expected - 3..expected + 16], "v_(Shapes.twice(2))");
        assert!(body.contains("\nr_::() \n    if true\n     v_("), "{body}");
        assert!(body.contains("\n    Shapes.twice(9)"), "{body}");
        assert!(rest.starts_with("(value: Any)"));
        assert_eq!((found[1].subject.as_str(), found[1].line, found[1].entry), ("twice", 9, "r_"));
    }

    #[test]
    fn promises_are_collected() {
        let found = found();
        assert_eq!(found[1].output, ["4", "ä"]);
        assert_eq!(found[1].panic.as_deref(), Some("too much"));
        assert!(found[0].code.contains("   x := Shapes.twice(2)     "), "a declaration is no value");
        assert!(found[0].code.contains("end\n#import \"List\"\n"), "{}", found[0].code);
    }

    #[test]
    fn a_module_of_its_own_is_left_alone() {
        let text = "/// ```\n/// main :: ()\n///     print(\"x\\n\") // => x\n/// end\n/// ```\nf :: () => 1\n";
        let found = examples(&parse_text(text).tree);
        assert_eq!((found[0].entry, found[0].needs.as_deref()), ("main", None));
        assert!(!found[0].code.contains("r_") && !found[0].code.contains("v_(print"), "{}", found[0].code);
    }

    #[test]
    fn what_an_example_needs() {
        let text =
            "/// ```hubbub needs SERVER\n/// f()\n/// ```\nf :: () => 1\n/// ```hubbub wants\n/// ```\ng :: () => 1\n";
        let tree = parse_text(text).tree;
        let found = examples(&tree);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].needs.as_deref(), Some("SERVER"));
        assert_eq!(missing(&tree), [("g".to_owned(), 7)]);
    }

    #[test]
    fn procedures_without_examples_are_listed() {
        assert_eq!(missing(&parse_text(MODULE).tree), [("thrice".to_owned(), 20)]);
    }
}
