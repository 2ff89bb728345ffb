//! The formatter: what it writes, and that it keeps tokens, comments and meaning, and is content with its own work.
#![expect(clippy::disallowed_methods, reason = "a folder of further programs is a setting")]

mod common;

use common::PROGRAMS;
use hubbub_syntax::format::format;
use hubbub_syntax::{Tree, parse_text};

fn formatted(text: &str) -> String {
    format(text).unwrap_or_else(|errors| panic!("{errors:?} in\n{text}"))
}

fn check(text: &str, expected: &str) {
    let found = formatted(text);
    assert_eq!(found, expected, "\n{found}");
    keeps(text);
}

/// Tokens and which of them begin lines.
fn tokens(tree: &Tree) -> Vec<(String, bool)> {
    let tokens = tree.tokens();
    (0..tokens.len() as u32)
        .map(|index| (tokens.text(index, tree.text()).to_owned(), tokens.place(index).is_first_on_line()))
        .collect()
}

/// The text without blanks: nothing but blanks may change.
fn without_blanks(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

fn keeps(text: &str) {
    let once = formatted(text);
    assert_eq!(formatted(&once), once, "not content with its own work on\n{text}");
    let (before, after) = (parse_text(text).tree, parse_text(once.as_str()).tree);
    assert_eq!(tokens(&before), tokens(&after), "other tokens for\n{text}\nthan for\n{once}");
    assert_eq!(before.dump(), after.dump());
    assert_eq!(without_blanks(text), without_blanks(&once));
}

#[test]
fn braces_stay_where_they_are() {
    for left in ["true", "null", "uninit", "#line", "#caller-location", "a or_return", "a or_break", "b end"] {
        let text = if left == "b end" { "x :: block => b end{1}\n".to_owned() } else { format!("x :: {left}{{1}}\n") };
        keeps(&text);
    }
}

#[test]
fn a_point_behind_a_number_does_not_become_part_of_it() {
    check("x :: f(1 .\nabs)\n", "x :: f(1 .\n    abs)\n");
    check("x :: 1 .abs()\n", "x :: 1.abs()\n");
}

#[test]
fn programs() {
    for program in PROGRAMS {
        keeps(program);
        assert_eq!(formatted(program), *program, "the test programs are formatted");
    }
    for folder in std::env::var("HUBBUB_PROGRAMS").iter() {
        for entry in std::fs::read_dir(folder).expect("the folder") {
            let path = entry.expect("an entry").path();
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            if path.extension().is_some_and(|extension| extension == "hb")
                && parse_text(text.as_str()).errors.is_empty()
            {
                keeps(&text);
            }
        }
    }
}

/// Indentation is lost and found again.
#[test]
fn from_nothing() {
    for program in PROGRAMS {
        let flat: String = program.lines().map(|line| line.trim_start().to_owned() + "\n").collect();
        // the inner lines of raw strings are kept as they are
        assert_eq!(formatted(&flat), *program);
    }
}

/// Programs that are still right after line breaks, blanks and comments were put into them at random.
#[test]
fn anywhere() {
    let mut state = 88_172_645_463_325_252_u64;
    let mut next = |limit: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % limit as u64) as usize
    };
    let mut kept = 0;
    for round in 0..3_000 {
        let program = PROGRAMS[round % PROGRAMS.len()];
        let tree = parse_text(program).tree;
        let mut text = program.to_owned();
        let mut places: Vec<u32> = (0..6).map(|_| next(tree.tokens().len()) as u32).collect();
        places.sort_unstable_by(|a, b| b.cmp(a));
        for place in places {
            let trivia = ["\n", " ", "\n\n\n", " /* c */ ", "/* c\n */", " // c\n", "\t", ";"][next(8)];
            text.insert_str(tree.tokens().start(place) as usize, trivia);
        }
        if parse_text(text.as_str()).errors.is_empty() {
            keeps(&text);
            kept += 1;
        }
    }
    assert!(kept > 300, "{kept}");
}

#[test]
fn blanks() {
    check("x::f( a ,b )+3*-y", "x :: f(a, b) + 3 * -y\n");
    check("x :: - - a + !  b", "x :: - -a + !b\n");
    check("y:u8=4;z:=5", "y: u8 = 4; z := 5\n");
    check("B:u8:100", "B: u8 : 100\n");
    check(
        "f::(a:Int=1,b:=2,rest:..Any)->(q:Int,r:Int)=>g(a)",
        "f :: (a: Int = 1, b := 2, rest: ..Any) -> (q: Int, r: Int) => g(a)\n",
    );
    check(
        "x :: a[1 ..] + a[ ..<2] + a [i] + f (x) + T{ 1 } + {1 , 2}.a",
        "x :: a[1..] + a[..<2] + a[i] + f(x) + T{1} + {1, 2}.a\n",
    );
    check("a     :: 1\nlong  :: 2\nx:    Int = 3", "a     :: 1\nlong  :: 2\nx:    Int = 3\n");
    check("x :: a ..< b\ny :: a..<b", "x :: a ..< b\ny :: a..<b\n");
    check("c :: [ a,& b ](x:Int)->Int=>x", "c :: [a, &b](x: Int) -> Int => x\n");
    check("f :: {T} (a: *  T) #inline #align( 8 )=>g( )", "f :: {T}(a: *T) #inline #align(8) => g()\n");
    check(
        "&[] :: #operator(a: *T) -> *T => a\n[]= :: #operator(a: *T)=>g()",
        "&[] :: #operator (a: *T) -> *T => a\n[]= :: #operator (a: *T) => g()\n",
    );
    check("P :: struct{A,B} x:A end", "P :: struct {A, B} x: A end\n");
}

#[test]
fn long_lines() {
    let text = format!("x :: f(1){}\n", " + f(1,\t2)".repeat(100_000));
    let expected = text.replace('\t', " ");
    assert!(formatted(&text) == expected);
}

#[test]
fn lines() {
    check("\n\n\nx :: 1\n\n\n\ny :: 2\n\n\n", "x :: 1\n\ny :: 2\n");
    check("x :: f(1,\n2, g(\n3\n)\n)\n", "x :: f(1,\n    2, g(\n        3\n    )\n)\n");
    check("x :: a +\nb *\nc", "x :: a +\n    b *\n    c\n");
    check("x :: a\n.b()\n.c()", "x :: a\n    .b()\n    .c()\n");
    check(
        "f :: (a: Int,\n      b: (c: Int,\n          d: Int)) -> Int\nreturn 1\nend",
        "f :: (a: Int,\n      b: (c: Int,\n          d: Int)) -> Int\n    return 1\nend\n",
    );
    check("f::(a: Int,\n    b: Int) -> Int\nreturn 1\nend", "f :: (a: Int,\n      b: Int) -> Int\n    return 1\nend\n");
    check("x :: (a\n+ b)", "x :: (a\n    + b)\n");
    check("", "");
    check("#!run\r\nx :: 1\r\n", "#!run\nx :: 1\n");
}

#[test]
fn comments() {
    check(
        "// a\nf :: ()   // b\n// c\nif x\n/* d */ g( /* e */ 1)\n// f\nelse\n// g\nend\n// h\nend\n// i",
        "// a\nf :: ()   // b\n    // c\n    if x\n        /* d */ g( /* e */ 1)\n        // f\n    else\n        // g\n    end\n    // h\nend\n// i\n",
    );
    check("f(\n// a\n1,\n// b\n)".replace("f(", "x :: f(").as_str(), "x :: f(\n    // a\n    1,\n    // b\n)\n");
}
