//! Reads LLVM's form as LLVM writes it.

use hashbrown::HashMap;

use super::places::Files;
use super::{Line, Place};

/// The procedures of a unit, in their order.
///
/// An instruction ends with `!dbg !12`, a `DILocation` among the metadata at the end of the text; its scope leads to a file, and `inlinedAt` to the location
/// of the call that it was part of.
pub fn read(text: &str, files: &Files<'_>) -> Vec<(String, Vec<Line>)> {
    let metadata = Metadata::of(text);
    let mut procedures: Vec<(String, Vec<Line>)> = Vec::new();
    let mut is_inside = false;
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("define ").and_then(symbol) {
            procedures.push((name, Vec::new()));
            is_inside = true;
        }
        if is_inside && let Some((_, lines)) = procedures.last_mut() {
            lines.extend(read_line(line, &metadata, files));
        }
        is_inside &= line != "}";
    }
    procedures
}

/// A line of a procedure, but for records of variables and empty ones.
fn read_line(line: &str, metadata: &Metadata<'_>, files: &Files<'_>) -> Option<Line> {
    if line.trim().is_empty() || line.trim_start().starts_with("#dbg_") {
        return None;
    }
    let is_head = line.starts_with("define ");
    let location = line.rsplit_once("!dbg !").and_then(|(_, rest)| number(rest));
    let places = location.filter(|_| !is_head).map_or(Vec::new(), |id| metadata.chain(id, files));
    Some(Line { text: without_metadata(line, is_head), places })
}

/// Without what is attached for LLVM's own use: `, !dbg !12, !tbaa !4`, `#0` of a head.
fn without_metadata(line: &str, is_head: bool) -> String {
    let (code, end) = match line.strip_suffix(" {") {
        Some(code) if is_head => (code, " {"),
        _ => (line, ""),
    };
    let cut = if is_head { code.find(" !dbg !") } else { attached(code) };
    let code = cut.map_or(code, |at| &code[..at]);
    let without_group = code.rsplit_once(" #").filter(|(_, group)| group.bytes().all(|byte| byte.is_ascii_digit()));
    format!("{}{end}", without_group.map_or(code, |(head, _)| head))
}

/// Where the attachments begin: the first `, !word !12` of those at the end.
fn attached(code: &str) -> Option<usize> {
    let mut begin = None;
    let mut rest = code;
    while let Some((head, tail)) = rest.rsplit_once(", !") {
        let is_attachment = tail.split_once(" !").is_some_and(|(word, id)| {
            word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'_')
                && (id.starts_with('{') || id.bytes().all(|byte| byte.is_ascii_digit()))
        });
        if !is_attachment {
            break;
        }
        begin = Some(head.len());
        rest = head;
    }
    begin
}

/// The name of the procedure that a head declares: what stands behind the first `@` before the parameters.
fn symbol(head: &str) -> Option<String> {
    let (_, behind) = head.split_once('@')?;
    match behind.strip_prefix('"') {
        Some(quoted) => quoted.split_once('"').map(|(name, _)| unescaped(name)),
        None => behind.split_once('(').map(|(name, _)| name.to_owned()),
    }
}

/// `\22` is the byte 0x22.
fn unescaped(name: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = name.as_bytes();
    while let Some((byte, tail)) = rest.split_first() {
        let code = tail.get(..2).filter(|_| *byte == b'\\').and_then(|digits| str::from_utf8(digits).ok());
        match code.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(escaped) => {
                bytes.push(escaped);
                rest = tail.get(2..).unwrap_or(&[]);
            }
            None => {
                bytes.push(*byte);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The nodes at the end of a text that lead from locations to files.
struct Metadata<'t> {
    nodes: HashMap<u32, &'t str>,
}

impl<'t> Metadata<'t> {
    fn of(text: &'t str) -> Self {
        let node = |line: &'t str| {
            let (id, node) = line.strip_prefix('!')?.split_once(" = ")?;
            Some((id.parse().ok()?, node.strip_prefix("distinct ").unwrap_or(node)))
        };
        Self { nodes: text.lines().filter_map(node).collect() }
    }

    fn node(&self, id: u32, kind: &str) -> Option<&'t str> {
        self.nodes.get(&id)?.strip_prefix(kind)
    }

    /// The places of a location, innermost first.
    fn chain(&self, location: u32, files: &Files<'_>) -> Vec<Place> {
        let mut places = Vec::new();
        let mut next = Some(location);
        while let Some(node) = next.and_then(|id| self.node(id, "!DILocation(")) {
            let line = value(node, "line").and_then(|text| text.parse().ok()).unwrap_or(0);
            let path = value(node, "scope").and_then(number_of_node).and_then(|scope| self.path(scope));
            places.extend(path.and_then(|path| files.place(&path, line)));
            next = value(node, "inlinedAt").and_then(number_of_node);
        }
        places
    }

    /// The path of the file that a scope names.
    fn path(&self, scope: u32) -> Option<String> {
        let file = value(self.nodes.get(&scope)?, "file").and_then(number_of_node)?;
        let node = self.node(file, "!DIFile(")?;
        let quoted = |name: &str| value(node, name).map(|text| unescaped(text.trim_matches('"')));
        let (name, folder) = (quoted("filename")?, quoted("directory").unwrap_or_default());
        let is_whole = folder.is_empty() || folder == "." || name.starts_with('/');
        Some(if is_whole { name } else { format!("{}/{name}", folder.trim_end_matches('/')) })
    }
}

/// What a node has under a name: `line: 12, scope: !3`.
fn value<'t>(node: &'t str, name: &str) -> Option<&'t str> {
    let begin = node.match_indices(name).map(|(at, _)| at).find(|at| {
        let is_word = *at == 0 || node[..*at].ends_with([' ', '(']);
        is_word && node[at + name.len()..].starts_with(": ")
    })?;
    let rest = &node[begin + name.len() + 2..];
    let end = match rest.strip_prefix('"') {
        Some(quoted) => quoted.find('"').map(|at| at + 2),
        None => rest.find([',', ')']),
    };
    rest.get(..end?)
}

fn number_of_node(text: &str) -> Option<u32> {
    text.strip_prefix('!').and_then(number)
}

/// The digits that a text begins with.
fn number(text: &str) -> Option<u32> {
    let digits = text.find(|letter: char| !letter.is_ascii_digit()).map_or(text, |end| &text[..end]);
    digits.parse().ok()
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
        let main = sources.files.push(SourceFile::new("sub/m.hb", "\n\n\n"));
        let library = sources.files.push(SourceFile::new("stdlib/L.hb", "\n"));
        let text = r#"; ModuleID = 'unit0'
@0 = private constant [2 x i8] c"a}"

; Function Attrs: nounwind
define internal i64 @"m.f(\22x\22)"(ptr nonnull %context, i64 %x) #0 !dbg !10 {
start:
    #dbg_value(i64 %x, !11, !DIExpression(), !12)
  %0 = add i64 %x, 1, !dbg !12
  %1 = load i64, ptr %p, align 8, !dbg !13, !tbaa !7, !noundef !{}
  br label %end, !llvm.loop !9

end:
  ret i64 %1
}

declare void @g()

!3 = !DIFile(filename: "m.hb", directory: "sub")
!4 = !DIFile(filename: "stdlib/L.hb", directory: ".")
!10 = distinct !DISubprogram(name: "f", scope: !3, file: !3, line: 1, unit: !1)
!12 = !DILocation(line: 2, column: 3, scope: !10)
!13 = !DILocation(line: 1, column: 3, scope: !14, inlinedAt: !12)
!14 = distinct !DILexicalBlock(scope: !15, file: !4, line: 1, column: 1)
"#;
        let procedures = read(text, &Files::new(&sources));
        let [(name, lines)] = procedures.as_slice() else { panic!("{procedures:?}") };
        assert_eq!(name, "m.f(\"x\")");
        let shown: Vec<_> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(
            shown,
            [
                "define internal i64 @\"m.f(\\22x\\22)\"(ptr nonnull %context, i64 %x) {",
                "start:",
                "  %0 = add i64 %x, 1",
                "  %1 = load i64, ptr %p, align 8",
                "  br label %end",
                "end:",
                "  ret i64 %1",
                "}"
            ]
        );
        let places: Vec<Vec<_>> =
            lines.iter().map(|line| line.places.iter().map(|place| (place.file, place.line)).collect()).collect();
        assert_eq!(places[2], [(main, 2)]);
        assert_eq!(places[3], [(library, 1), (main, 2)]);
        assert!(places.iter().enumerate().all(|(i, places)| i == 2 || i == 3 || places.is_empty()));
    }
}
