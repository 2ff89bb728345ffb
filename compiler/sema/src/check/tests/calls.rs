//! Calls: arguments, overload sets, generics, receivers, operators of programs.

use super::checked;
use crate::testing::{check_files, session};

fn check(declarations: &str, signature: &str, expression: &str, expected: &str) {
    assert_eq!(checked(declarations, signature, expression), expected, "{signature} => {expression}");
}

#[test]
fn arguments_meet_their_parameters() {
    let g = "g :: (a: Int, b: u8 = 7, c: Int = 9) -> Int => a";
    check(g, "() -> Int", "g(1, 2, 3)", "g(0=1:Int, 1=2:u8, 2=3:Int)");
    check(g, "() -> Int", "g(1)", "g(0=1:Int, 1=7:u8, 2=9:Int)");
    check(g, "() -> Int", "g(1, c = 3)", "g(0=1:Int, 2=3:Int, 1=7:u8)");
    check(g, "() -> Int", "g(c = 3, a = 1)", "g(2=3:Int, 0=1:Int, 1=7:u8)");
    check(g, "() -> Int", "g()", "E0401 call of `g`: it takes 3 arguments, 0 given: `a` is missing");
    check(g, "() -> Int", "g(1, 2, 3, 4)", "E0401 call of `g`: it takes 3 arguments, 4 given");
    check(g, "() -> Int", "g(1, d = 3)", "E0401 call of `g`: it has no parameter `d`");
    check(g, "() -> Int", "g(1, a = 3)", "E0401 call of `g`: argument `a` is given twice");
    check(g, "() -> Int", "g(a = 1, 2)", "E0401 call of `g`: named arguments follow positional ones");
    check(g, "() -> Int", "g(true)", "E0301 expected `Int`, found `Bool`");
    check(g, "() -> Int", "g(1, 300)", "E0302 `300` does not fit `u8`");
    check("", "(a: Int) -> Int", "a(1)", "E0403 `a` is no procedure but `Int`");
    check("", "() -> Int", "nothing_here(1)", "E0201 unknown name `nothing_here`");
}

#[test]
fn variadic_arguments() {
    let g = "g :: (a: Int, rest: ..u8, last: Bool = false) -> Int => a";
    check(g, "() -> Int", "g(1)", "g(0=1:Int, 1=default:Slice{u8}, 2=false)");
    check(g, "() -> Int", "g(1, 2, 3)", "g(0=1:Int, 1=Slice{u8}{2:u8, 3:u8}, 2=false)");
    check(g, "() -> Int", "g(1, 2, last = true)", "g(0=1:Int, 1=Slice{u8}{2:u8}, 2=true)");
    check(g, "(s: Slice{u8}) -> Int", "g(1, ..s)", "g(0=1:Int, 1=s, 2=false)");
    check(
        "g :: (items: ..Any) -> Int => 1",
        "() -> Int",
        "g(1, true)",
        "g(0=Slice{Any}{Any<ToAny>(1:Int), Any<ToAny>(true)})",
    );
    let c = "g :: (a: CString, ..) -> i32 #foreign";
    check(
        c,
        "(x: f32) -> i32",
        "g(\"a\", 1, x, \"b\")",
        "g(0=CString<StringToCString>(\"a\"), 1=1:Int, 2=Float<Float>(x), 3=CString<StringToCString>(\"b\"))",
    );
}

#[test]
fn overloads_are_ranked() {
    let g =
        "g :: (x: u8) -> Int => 1\ng :: (x: Int) -> Int => 2\ng :: (x: Float) -> Int => 3\ng :: {T}(x: T) -> Int => 4";
    check(g, "() -> Int", "g(5)", "g(0=5:Int)");
    check(g, "(a: u8) -> Int", "g(a)", "g(0=a)");
    check(g, "(a: i16) -> Int", "g(a)", "g{i16}(0=a)");
    check(g, "() -> Int", "g(2.5)", "g(0=2.5:Float)");
    let g = "g :: (x: f64) -> Int => 1\ng :: (x: u8) -> Int => 2";
    check(g, "() -> Int", "g(5)", "g(0=5:u8)");
    check(g, "() -> Int", "g(300)", "g(0=300.0:Float)");
    let g = "g :: (x: Int) -> Int => 1\ng :: (x: i32) -> Int => 2\ng :: (x: i128) -> Int => 3";
    check(g, "(a: u8) -> Int", "g(a)", "g(0=i32<Int>(a))");
    check(g, "(a: u32) -> Int", "g(a)", "g(0=Int<Int>(a))");
    let g = "g :: (a: Int, b: Any) -> Int => 1\ng :: (a: Any, b: Int) -> Int => 2";
    check(g, "() -> Int", "g(1, 2)", "E0402 this call of `g` is ambiguous: several candidates fit equally well");
    let g = "g :: (a: Int) -> Int => 1\ng :: (a: Bool) -> Int => 2";
    check(g, "() -> Int", "g(\"x\")", "E0401 no `g` takes a `String` literal");
    check(g, "() -> Int", "g()", "E0401 no `g` can be called without arguments");
    let g = "g :: (x: Rune) -> Int => 1\ng :: (x: u8) -> Int => 2";
    check(g, "() -> Int", "g('a')", "g(0=97:Rune)");
    check(g, "() -> Int", "g(97)", "g(0=97:u8)");
    let g = "E :: enum\n A\nend\nP :: struct\n x: Int\nend\ng :: (x: E) -> Int => 1\ng :: (x: P) -> Int => 2";
    check(g, "() -> Int", "g(.A)", "g(0=0:E)");
    check(g, "() -> Int", "g({x = 1})", "g(0=P{0=1:Int})");
}

#[test]
fn generic_procedures() {
    let g = "g :: {T}(a: T, b: T) -> T => a";
    check(g, "(x: u8) -> u8", "g(x, 5)", "g{u8}(0=x, 1=5:u8)");
    check(g, "(x: u8) -> u8", "g(5, x)", "g{u8}(0=5:u8, 1=x)");
    check(g, "() -> Int", "g(1, 2)", "g{Int}(0=1:Int, 1=2:Int)");
    check(g, "() -> u8", "g{u8}(1, 2)", "g{u8}(0=1:u8, 1=2:u8)");
    check(g, "(x: u8, y: Int) -> u8", "g(x, y)", "E0301 expected `u8`, found `Int`");
    check("g :: {T}() -> T => T{}", "() -> Int", "g()", "E0701 nothing tells what `T` is in this call of `g`");
    check("g :: {T}() -> T => T{}", "() -> Int", "g{Int}()", "g{Int}()");
    let g = "S :: struct {T}\n  x: T\nend\ng :: {T}(s: Pointer{S{T}}) -> T => s.x";
    check(g, "(s: S{u8}) -> u8", "g(&s)", "g{u8}(0=&s)");
    check(g, "(s: S{u8}) -> u8", "s.g()", "g{u8}(0=&s)");
    check(
        "g :: {T}(s: Slice{T}) -> Int => s.length",
        "(a: Array{u8, 2}) -> Int",
        "g(a)",
        "g{u8}(0=Slice{u8}<ArrayToSlice>(a))",
    );
    let g = "g :: {T}(x: T) -> Int where is_integer(T) => 1\ng :: {T}(x: T) -> Int => 2";
    check(g, "() -> Int", "g(1)", "g{Int}(0=1:Int)");
    let g = "g :: {T}(x: T) -> Int where is_integer(T) => 1";
    check(g, "() -> Int", "g(true)", "E0702 `g` does not take these arguments: its `where is_integer(T)` is false");
    let g = "g :: {N: Int}(a: Array{Int, N}) -> Int where N % 2 == 0 => N";
    check(g, "(a: Array{Int, 4}) -> Int", "g(a)", "g{4}(0=a)");
    check("g :: {T}(x: T) -> Int => size_of(T)", "() -> Int", "g(1)", "g{Int}(0=1:Int)");
}

#[test]
fn receivers() {
    let g = "P :: struct\n  x: Int\n  h: (n: Int) -> Int\nend\ng :: (p: P, n: Int) -> Int => n\nk :: (p: Pointer{P}) -> Int => p.x";
    check(g, "(p: P) -> Int", "p.g(1)", "g(0=p, 1=1:Int)");
    check(g, "(p: Pointer{P}) -> Int", "p.g(1)", "g(0=p@, 1=1:Int)");
    check(g, "(p: P) -> Int", "p.k()", "k(0=&p)");
    check(g, "(p: Pointer{P}) -> Int", "p.k()", "k(0=p)");
    check(g, "(p: P) -> Int", "p.h(3)", "[p.1](0=3:Int)");
    check(g, "(p: P) -> Int", "p.nope()", "E0207 `P` has no field `nope`, and no procedure `nope` can be seen");
    check("abs :: (n: Int) -> Int => n", "() -> Int", "4.abs()", "abs(0=4:Int)");
    check("to :: {T}(n: Int) -> T => T(n)", "(n: Int) -> u8", "n.to{u8}()", "to{u8}(0=n)");
}

#[test]
fn procedures_as_values() {
    let g = "g :: (a: Int) -> Int => a\ng :: (a: Bool) -> Int => 1";
    check(g, "() -> (x: Bool) -> Int", "g", "g");
    let taker = "g :: (a: Int) -> Int => a\nh :: (f: #closure (x: Int) -> Int) -> Int => 1";
    check(taker, "() -> Int", "h(g)", "h(0=closure(g))");
    check("g :: (a: i32) -> i32 => a", "() -> #c-call (x: i32) -> i32", "g", "c(g)");
    check("", "(h: (x: Int) -> Int) -> Int", "h(2)", "[h](0=2:Int)");
    check("", "(h: (x: Int) -> Int) -> Int", "h()", "E0401 `(Int) -> Int` takes 1 argument, 0 given");
    check("g :: (h: (x: Int) -> Int) -> Int => h(1)\nk :: (a: Int) -> Int => a", "() -> Int", "g(k)", "g(0=k)");
}

#[test]
fn operators_of_programs() {
    let v = "V :: struct\n  x: Int\nend\n+ :: #operator (a: V, b: V) -> V => a\n< :: #operator (a: V, b: V) -> Bool => true\n\
             * :: #operator (a: V, b: f32) -> V => a\n- :: #operator (a: V) -> V => a\n";
    check(v, "(a: V, b: V) -> V", "a + b", "+(0=a, 1=b)");
    check(v, "(a: V, b: V) -> V", "-a", "-(0=a)");
    check(v, "(a: V, b: V) -> Bool", "a < b", "<(0=a, 1=b)");
    check(v, "(a: V, b: V) -> Bool", "a > b", "<(1=a, 0=b)");
    check(v, "(a: V, b: V) -> Bool", "a >= b", "Not:Bool(<(0=a, 1=b))");
    check(v, "(a: V, b: V) -> Bool", "a <= b", "Not:Bool(<(1=a, 0=b))");
    check(v, "(a: V) -> V", "a * 2", "*(0=a, 1=2.0:f32)");
    check(v, "(a: V, b: V) -> V", "a - b", "E0308 `V` has no operator `-`");
    check(v, "(a: V, b: V) -> Bool", "a == b", "(a == b)");
    let heritage = "+ :: #operator (c: Int, d: Bool) -> Int => 3\n* :: #operator (a: Bool, b: Bool) -> Int => 4";
    check(heritage, "() -> Int", "(0 + true) + (true * true)", "(+(0=0:Int, 1=true) Add:Int *(0=true, 1=true))");
    let grid = "G :: struct\n  c: Array{Int, 4}\nend\n&[] :: #operator (g: Pointer{G}, r: Int, c: Int) -> Pointer{Int} => &g.c[r]";
    check(grid, "(g: G) -> Int", "g[1, 2]", "&[](0=&g, 1=1:Int, 2=2:Int)@");
    check(grid, "(g: G) -> Pointer{Int}", "&g[1, 2]", "&&[](0=&g, 1=1:Int, 2=2:Int)@");
}

#[test]
fn operators_give_what_follows_from_them_relies_on() {
    let check = |operator: &str, expected: &str| {
        let source = format!("V :: struct\n  x: Int\nend\n{operator}\n");
        assert_eq!(check_files(&[("main", &source)]), expected, "{operator}");
    };
    check("== :: #operator (a: V, b: V) -> Int => a.x + b.x", "4:1 E0301 operator `==` gives a `Bool`\n");
    check(
        "&[] :: #operator (a: V, i: Int) -> Int => a.x + i",
        "4:1 E0301 operator `&[]` gives a pointer to the place\n",
    );
    check("&[] :: #operator {T}(a: Pointer{V}, i: T) -> Pointer{Int}\n  _ = i\n  return &a.x\nend", "");
}

#[test]
fn home_modules_are_asked() {
    let shapes = "R :: struct\n  w: Int\nend\nmake :: () -> R => R{1}\narea :: (r: R) -> Int => r.w\n\
                  + :: #operator (a: R, b: R) -> R => a\nhidden :: (r: R) -> Int #private => 1\n";
    let check = |expression: &str, expected: &str| {
        let main = format!("Shapes :: #import \"Shapes\"\nf :: (r: Shapes.R) -> Int => {expression}\n");
        let sema = session(&[("main", &main), ("Shapes", shapes)]);
        let messages = crate::testing::show(&sema);
        let found = if messages.is_empty() { super::dump::results(&sema, "f") } else { messages };
        assert_eq!(found.trim_end(), expected, "{expression}");
    };
    check("r.area()", "area(0=r)");
    check("Shapes.area(r)", "area(0=r)");
    check("(r + Shapes.make()).w", "+(0=r, 1=make()).0");
    check("area(r)", "2:30 E0201 unknown name `area`");
    check("Shapes.hidden(r)", "2:37 E0204 `hidden` is private to module `Shapes`");
}

#[test]
fn generic_bodies_ask_the_home_modules_of_their_arguments() {
    let shapes = "R :: struct\n  w: Int\nend\narea :: (r: R) -> Int => r.w\n";
    let show = "measure :: {T}(x: T) -> Int => area(x)\n";
    let check = |body: &str, expected: &str| {
        let main = format!("S :: #import \"Shapes\"\n#import \"Show\"\nf :: (r: S.R) -> Int => {body}\n");
        assert_eq!(check_files(&[("main", &main), ("Shapes", shapes), ("Show", show)]), expected, "{body}");
    };
    check("measure(r)", "");
    check("measure(5)", "Show:1:32 E0201 unknown name `area`\n");
    let unknown = "g :: {T}(x: T) -> Int => nobody(1)\n";
    assert_eq!(check_files(&[("main", unknown)]), "1:26 E0201 unknown name `nobody`\n");
}

#[test]
fn one_mistake_one_message() {
    let check = |source: &str, expected: &str| assert_eq!(check_files(&[("main", source)]), expected);
    check(
        "f :: () -> Int => nope(1).x + nope_too * 2\n",
        "1:19 E0201 unknown name `nope`\n1:31 E0201 unknown name `nope_too`\n",
    );
    check("g :: (a: Nope) -> Int => 1\nf :: () -> Int => g(1) + g(true)\n", "1:10 E0201 unknown name `Nope`\n");
    check("f :: (n: Int) -> Int => n-1\n", "1:25 E0201 unknown name `n-1`\n");
}
