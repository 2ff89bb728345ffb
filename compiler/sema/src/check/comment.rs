//! Comments that read like divisions: `x := n // 2` stores n in silence, where Python would halve it.
//!
//! A line of a body that stores or returns something, and ends with a comment of nothing but a number or the name of a variable, right behind
//! an operand, is warned of. A comment that says anything in words is none of these.

use hubbub_base::Span;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::NodeId;

use super::Checker;

/// What stores a value, with its blanks.
const STORING: [&str; 6] = [" = ", ":= ", " += ", " -= ", " *= ", " /= "];
/// Warnings of one body.
const WARNINGS_MAX: usize = 8;

impl Checker<'_> {
    /// Warns of the comments within `procedure`, whose body has been checked and has no mistakes.
    pub(super) fn warn_of_divisions(&mut self, procedure: NodeId) {
        if self.body.has_errors || self.sema.modules[self.module].is_library {
            return;
        }
        let comments = self.tree.tokens().comments_behind();
        if comments.is_empty() {
            return;
        }
        let (start, end) = self.tree.range(procedure);
        let first = comments.partition_point(|comment| *comment < start);
        let own = comments.iter().skip(first).take_while(|comment| **comment < end);
        let text = self.tree.text();
        let mut found: Vec<(u32, String)> = Vec::new();
        for at in own {
            let (before, behind) = text.split_at_checked(*at as usize).unwrap_or_default();
            let comment = behind.lines().next().and_then(|comment| comment.strip_prefix("//")).unwrap_or("").trim();
            // Nearly all comments are words.
            if comment.contains(' ') || found.len() == WARNINGS_MAX {
                continue;
            }
            let line = before.rsplit('\n').next().unwrap_or("");
            if ends_with_operand(line) && self.is_operand(comment) {
                found.push((*at, comment.to_owned()));
            }
        }
        for (at, divisor) in found {
            let message = format!("`// {divisor}` is a comment that reads like a division");
            let span = Span::new(self.file, at, at + 2);
            let diagnostic = Diagnostic::new(Kind::CommentLikeDivision, span, message);
            let diagnostic = diagnostic.maybe_fix("integers are divided by `/`, which truncates", span, "/");
            self.report(diagnostic.note("a comment that says something in words is no mistake"));
        }
    }

    /// Whether a comment is a number, or the name of a variable of this body.
    fn is_operand(&self, comment: &str) -> bool {
        let is_number = comment.starts_with(|c: char| c.is_ascii_digit())
            && comment.chars().all(|c| c.is_ascii_digit() || matches!(c, '_' | '.'));
        let is_local =
            |text: &str| self.body.locals.iter().any(|local| local.name.is_some_and(|name| name.as_str() == text));
        is_number || (!comment.is_empty() && is_local(comment))
    }
}

/// Whether a line, as far as its comment, stores or returns something and ends with an operand.
fn ends_with_operand(line: &str) -> bool {
    let code = line.trim();
    let stores = STORING.iter().any(|sign| code.contains(sign)) || code.starts_with("return ");
    let is_operand = code.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ')' | ']'));
    let is_text = code.matches('"').count() % 2 == 1 || code.contains('`');
    stores && is_operand && !is_text && !code.starts_with("//")
}

#[cfg(test)]
mod tests {
    use super::ends_with_operand;

    #[test]
    fn lines_that_could_go_on() {
        for line in ["    x := n ", "    return (a + b) ", "    xs[0] = xs[i] ", "x += n "] {
            assert!(ends_with_operand(line), "{line}");
        }
        for line in [
            "    x := n, ",
            "    f(n) ",
            "    RED ",
            "    // x = n ",
            "    x := \"a ",
            "    if x == 3 ",
            "    x := 3 + ",
        ] {
            assert!(!ends_with_operand(line), "{line}");
        }
    }
}
