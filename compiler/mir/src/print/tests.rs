use crate::build::normal_form;
use crate::data::program::Program;
use crate::{parse, print};

/// The sample prints as it is written, and comes back as the same program.
#[track_caller]
fn check_fixed_point(text: &str) -> Program {
    let program = parse::program(text).unwrap_or_else(|error| panic!("{error}"));
    let printed = print::program(&program);
    for (line, (got, expected)) in printed.lines().zip(text.lines()).enumerate() {
        assert_eq!(got, expected, "line {}", line + 1);
    }
    assert_eq!(printed, text);
    assert!(parse::program(&printed).as_ref() == Ok(&program));
    program
}

#[test]
fn everything_is_a_fixed_point() {
    let program = check_fixed_point(include_str!("../samples/everything.mir"));
    for procedure in program.procedures.values() {
        if let Some(body) = &procedure.body {
            assert!(normal_form(body) == *body, "{}", procedure.symbol);
        }
    }
    assert_eq!(crate::verify::program(&program), []);
}

/// Types stand behind the names of what is not there.
#[test]
fn what_is_not_defined_is_a_fixed_point() {
    let program = check_fixed_point(include_str!("../samples/undefined.mir"));
    assert_eq!(crate::verify::program(&program).len(), 3);
}

#[test]
fn positions_and_sources_are_optional() {
    use hubbub_base::source::{SourceFile, SourceMap};
    let text = "proc f: proc() internal name f module M file 0 !0\n    body file 0 () -> ()\n    let _0 x: i64 !4\n\
                bb0:\n    _0 = 1: i64 !3\n    return !8\nend\n\n";
    let program = parse::program(text).unwrap();
    let mut sources = SourceMap::default();
    sources.files.push(SourceFile::new("a.hb", "if\n  x \u{202e}= 1\n"));
    let options = print::Options { positions: false, sources: Some(&sources) };
    let printed = print::program_with(&program, options);
    let expected = "proc f: proc() internal name f module M file 0\n    body file 0 () -> ()\n    let _0 x: i64\n\
                    bb0:\n    // a.hb:2: x \u{202e}= 1\n    _0 = 1: i64\n    return\nend\n\n";
    assert_eq!(printed, expected);
    assert!(parse::program(&printed).is_ok());
}

#[test]
fn the_reference_shows_mir() {
    let reference = include_str!("../../../../docs/reference/mir.md");
    let sample = reference.split("```").nth(1).unwrap().trim_start();
    let program = check_fixed_point(&format!("{sample}\n"));
    assert_eq!(crate::verify::program(&program), []);
}
