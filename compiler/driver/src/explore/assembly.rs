//! Reads the assembly that LLVM writes.

use super::places::Files;
use super::{Line, Place};

/// The procedures of a unit, in their order.
///
/// A procedure begins with its label behind `.type NAME,@function` and ends at `.size`. In between, `.loc` says where the
/// instructions behind it come from, in full in its comment: `# a.hb:12:5 @[ b.hb:3:9 @[ … ] ]`.
pub fn read(text: &str, files: &Files<'_>) -> Vec<(String, Vec<Line>)> {
    let mut procedures: Vec<(String, Vec<Line>)> = Vec::new();
    let mut announced = None;
    let mut is_inside = false;
    let mut places = Vec::new();
    for line in text.lines() {
        let (code, comment) = split_comment(line);
        if let Some(name) = code.trim().strip_prefix(".type").and_then(|rest| rest.trim().strip_suffix(",@function")) {
            announced = Some(unquoted(name));
        } else if let Some(label) = label(code)
            && announced.as_deref() == Some(&unquoted(label))
        {
            procedures.push((announced.take().unwrap_or_default(), Vec::new()));
            is_inside = true;
            places.clear();
        } else if code.trim().starts_with(".size") {
            is_inside = false;
        } else if code.trim().starts_with(".loc") {
            places = chain(comment, files);
        } else if is_inside
            && let Some((_, lines)) = procedures.last_mut()
            && let Some(shown) = shown(code, comment)
        {
            let places = if label(code).is_some() { Vec::new() } else { places.clone() };
            lines.push(Line { text: shown, places });
        }
    }
    procedures
}

/// A line's code and its comment. A `#` within quotes begins none.
fn split_comment(line: &str) -> (&str, &str) {
    let mut is_quoted = false;
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'#' if !is_quoted => return line.split_at(at),
            _ => {}
        }
    }
    (line, "")
}

/// The name that a line begins with as a label.
fn label(code: &str) -> Option<&str> {
    if code.starts_with(char::is_whitespace) { None } else { code.trim_end().strip_suffix(':') }
}

/// A name as it stands in the object file: LLVM quotes those with other than letters, digits and a few signs.
fn unquoted(name: &str) -> String {
    match name.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(inside) => inside.replace("\\\"", "\"").replace("\\\\", "\\"),
        None => name.to_owned(),
    }
}

/// A line as people read it: instructions and the labels that are jumped to, without directives.
fn shown(code: &str, comment: &str) -> Option<String> {
    let trimmed = code.trim();
    if let Some(label) = label(code) {
        // Labels of debug information and of tables.
        return label.starts_with(".LBB").then(|| format!("{label}:"));
    }
    if trimmed.is_empty() || trimmed.starts_with('.') {
        return None;
    }
    let (name, operands) = trimmed.split_once(char::is_whitespace).unwrap_or((trimmed, ""));
    let note = comment.trim_start_matches('#').trim();
    let mut text = format!("    {name:<8}{}", operands.trim());
    if !note.is_empty() {
        text = format!("{text:<44} # {note}");
    }
    Some(text.trim_end().to_owned())
}

/// The places of `# a.hb:12:5 @[ b.hb:3:9 ]`, innermost first.
fn chain(comment: &str, files: &Files<'_>) -> Vec<Place> {
    let text = comment.trim_start_matches('#').trim().trim_end_matches([']', ' ']);
    text.split(" @[ ").filter_map(|place| one(place, files)).collect()
}

/// `a.hb:12:5`, or without a column.
fn one(place: &str, files: &Files<'_>) -> Option<Place> {
    let (head, last) = place.trim().rsplit_once(':')?;
    let with_column = head.rsplit_once(':').and_then(|(path, line)| files.place(path, line.parse().ok()?));
    with_column.or_else(|| files.place(head, last.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use hubbub_base::SourceMap;
    use hubbub_base::source::SourceFile;

    use super::super::places::Files;
    use super::read;

    #[test]
    fn instructions_with_the_lines_that_they_come_from() {
        let mut sources = SourceMap::default();
        let main = sources.files.push(SourceFile::new("m.hb", "\n\n\n"));
        let library = sources.files.push(SourceFile::new("stdlib/L.hb", "\n"));
        let text = "\t.file\t\"unit0\"
\t.p2align\t4
\t.type\t\"m.f{Int}\",@function
\"m.f{Int}\":                        # @\"m.f{Int}\"
.Lfunc_begin0:
\t.loc\t1 3 0                          # m.hb:3:0
\t.cfi_startproc
# %bb.0:                                # %start
\tpushq\t%rbx
\t.loc\t2 1 5 prologue_end             # stdlib/L.hb:1:5 @[ m.hb:2:9 ]
\tjmp\t.LBB0_1                       # TAILCALL
.LBB0_1:
\t.loc\t1 0 0 is_stmt 0                # m.hb:0
\tmovq\t\"a#b\"(%rip), %rax
.Ltmp1:
\tretq
.Lfunc_end0:
\t.size\t\"m.f{Int}\", .Lfunc_end0-\"m.f{Int}\"
\tnop
";
        let procedures = read(text, &Files::new(&sources));
        let [(name, lines)] = procedures.as_slice() else { panic!("{procedures:?}") };
        assert_eq!(name, "m.f{Int}");
        let shown: Vec<_> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(
            shown,
            [
                "    pushq   %rbx",
                "    jmp     .LBB0_1                          # TAILCALL",
                ".LBB0_1:",
                "    movq    \"a#b\"(%rip), %rax",
                "    retq"
            ]
        );
        let places: Vec<Vec<_>> =
            lines.iter().map(|line| line.places.iter().map(|place| (place.file, place.line)).collect()).collect();
        assert_eq!(places, [vec![(main, 3)], vec![(library, 1), (main, 2)], vec![], vec![], vec![]]);
    }
}
