//! Literals, operators, conversions, aggregates, places.

use super::checked;

/// `signature`, then the expression, then what comes out.
fn check(signature: &str, expression: &str, expected: &str) {
    assert_eq!(checked("", signature, expression), expected, "{signature} => {expression}");
}

#[test]
fn literals_take_the_type_expected() {
    check("() -> Int", "7", "7:Int");
    check("() -> u8", "200", "200:u8");
    check("() -> i8", "-128", "-128:i8");
    check("() -> u8", "'a'", "97:u8");
    check("() -> f32", "16777216", "16777216.0:f32");
    check("() -> f64", "1 / 2.0", "0.5:Float");
    check("() -> Maybe{u8}", "5", "Maybe{u8}.case1(5:u8)");
    check("() -> u64", "0xffff_ffff_ffff_ffff", "18446744073709551615:u64");
    check("() -> Pointer{Int}", "null", "null:Pointer{Int}");
    check("() -> u8", "256", "E0302 `256` does not fit `u8`");
    check("() -> u8", "-1", "E0302 `-1` does not fit `u8`");
    check("() -> Int", "2.5", "E0301 expected `Int`, found a float literal");
    check("() -> f32", "16777217", "E0302 `16777217` cannot be represented exactly as `f32`");
    check("() -> Int", "\"five\"", "E0301 expected `Int`, found a `String` literal");
    check("() -> Rune", "97", "E0301 expected `Rune`, found an integer literal");
}

#[test]
fn literals_are_exact_among_themselves() {
    check("() -> Int", "(1 << 70) >> 68", "4:Int");
    check("() -> Int", "7 / 2 + -7 %% 2", "4:Int");
    check("() -> Bool", "0.1 + 0.2 == 0.3", "true");
    check("() -> i8", "-(100 + 28)", "-128:i8");
    check("() -> Int", "100000000000 * 100000000000 / 10000000000000000000000", "1:Int");
    check("() -> Int", "1 / 0", "E0601 division by zero");
    check("() -> Int", "1 << 100000", "E0601 the result is larger than any type and any computation can hold");
}

#[test]
fn expectation_goes_down_through_operators() {
    check("(n: u8) -> u64", "1 << n", "(1:u64 ShiftLeft:u64 n)");
    check(
        "(n: u8) -> u64",
        "((1 << n) - 1) | (1 << 63)",
        "(((1:u64 ShiftLeft:u64 n) Subtract:u64 1:u64) BitOr:u64 9223372036854775808:u64)",
    );
    check("(n: u8) -> u8", "1 << n | n", "((1:u8 ShiftLeft:u8 n) BitOr:u8 n)");
    check("(a: u8) -> Int", "a + 100", "Int<Int>((a Add:u8 100:u8))");
    check("(a: u8) -> Int", "100 + a", "Int<Int>((100:u8 Add:u8 a))");
    check("(a: u8) -> Bool", "a == 'a'", "(a Equal:Bool 97:u8)");
    check("(a: f32) -> f32", "a / 2", "(a Divide:f32 2.0:f32)");
    check("(a: u8) -> u8", "a + 300", "E0302 `300` does not fit `u8`");
}

#[test]
fn operands_of_different_types() {
    check("(a: i32, b: Int) -> Int", "a + b", "(Int<Int>(a) Add:Int b)");
    check("(a: Int, b: u32) -> Int", "a * b", "(a Multiply:Int Int<Int>(b))");
    check("(a: f32, b: f64) -> f64", "a - b", "(Float<Float>(a) Subtract:Float b)");
    check("(a: u8, b: i64) -> u8", "a >> b", "(a ShiftRight:u8 b)");
    check("(a: u64, b: i64) -> u64", "a + b", "E0308 there is no operator `+` for `u64` and `Int`");
    check("(a: Int, b: f64) -> f64", "a + b", "E0308 there is no operator `+` for `Int` and `Float`");
    check("(a: Slice{Int}, b: Slice{Int}) -> Bool", "a == b", "E0308 `Slice{Int}` has no operator `==`");
    check("(a: String, b: String) -> Bool", "a != b", "(a != b)");
    check("(a: Pointer{Int}) -> Bool", "a != null", "(a NotEqual:Bool null:Pointer{Int})");
    check("(a: Pointer{Int}) -> Bool", "null == a", "(null:Pointer{Int} Equal:Bool a)");
    check("(a: Bool, b: Bool) -> Bool", "a && !b || b", "((a && Not:Bool(b)) || b)");
    check("(a: Int) -> Bool", "a && true", "E0301 expected `Bool`, found `Int`");
    check("(a: Maybe{Int}) -> Bool", "a == 5", "(a == Maybe{Int}.case1(5:Int))");
    check("(a: Int) -> Bool", "a in 1..=9", "InRange { inclusive: true }(a, 1:Int, 9:Int)");
}

#[test]
fn conversions() {
    check("(a: u8) -> i32", "a", "i32<Int>(a)");
    check("(a: i32) -> u64", "a", "E0301 expected `u64`, found `i32`");
    check("(a: i32) -> u64", "u64(a)", "u64<Int>(a)");
    check("(a: f64) -> Int", "Int(a)", "Int<FloatToInt>(a)");
    check("(a: Int) -> f32", "f32(a)", "f32<IntToFloat>(a)");
    check("() -> i32", "i32(0)", "0:i32");
    check("() -> u8", "u8(300)", "u8<Int>(300:Int)");
    check("() -> f32", "f32(16777217)", "16777216.0:f32");
    check("(a: Array{Int, 3}) -> Slice{Int}", "a", "Slice{Int}<ArrayToSlice>(a)");
    check("(a: Pointer{Int}) -> Pointer{Void}", "a", "Pointer{Void}<Same>(a)");
    check("(a: Pointer{Int}) -> UInt", "UInt(a)", "u64<PointerToInt>(a)");
    check("(a: UInt) -> Pointer{Int}", "Pointer{Int}(a)", "Pointer{Int}<IntToPointer>(a)");
    check("(a: Int) -> Any", "a", "Any<ToAny>(a)");
    check("() -> Any", "5", "Any<ToAny>(5:Int)");
    check("(a: Any) -> Int", "Int(a)", "Int<FromAny>(a)");
    check("(a: Int) -> Maybe{Int}", "a", "Maybe{Int}.case1(a)");
    check("(a: String) -> Int", "Int(a)", "E0307 there is no conversion from `String` to `Int`");
    check("(a: Array{Int, 3}) -> Array{Int, 4}", "a", "E0301 expected `Array{Int, 4}`, found `Array{Int, 3}`");
    check("(a: f32) -> u32", "bit_cast{u32}(a)", "u32<Bits>(a)");
    check("() -> CString", "\"x\"", "CString<StringToCString>(\"x\")");
}

#[test]
fn fields_elements_and_slices() {
    let check = |signature: &str, expression: &str, expected: &str| {
        let declarations = "Base :: struct\n  id: Int\nend\nP :: struct\n  x, y: Int\n  using base: Base\nend";
        assert_eq!(checked(declarations, signature, expression), expected, "{signature} => {expression}");
    };
    check("(p: P) -> Int", "p.y", "p.1");
    check("(p: Pointer{P}) -> Int", "p.y", "p@.1");
    check("(p: Pointer{P}) -> Int", "p.id", "p@.2.0");
    check("(p: P) -> Int", "p.z", "E0207 `P` has no field `z`");
    check("(p: P) -> Pointer{Int}", "&p.x", "&p.0");
    check("(a: Array{Int, 3}) -> Int", "a[1]", "a[1:Int]");
    check("(a: Array{Int, 3}, i: u8) -> Int", "a[i]", "a[i]");
    check("(a: Array{Int, 3}) -> Int", "a.length", "3:Int");
    check("(a: Slice{Int}) -> Int", "a.length", "a.1");
    check("(a: Slice{Int}) -> Slice{Int}", "a[1..<2]", "a[1:Int..<2:Int]");
    check("(a: Slice{Int}) -> Slice{Int}", "a[..]", "a[..<]");
    check("(a: Array{Int, 3}) -> Slice{Int}", "a[..=1]", "a[..=1:Int]");
    check("(a: String) -> u8", "a[0]", "a[0:Int]");
    check("(a: String) -> Pointer{u8}", "&a[0]", "E0306 the bytes of a `String` cannot be pointed to");
    check("(a: Pointer{Int}) -> Int", "a[3]", "a[!3:Int]");
    check("(a: Pointer{Int}) -> Slice{Int}", "a[0..<3]", "a[!0:Int..<3:Int]");
    check("(a: Pointer{Int}) -> Int", "a@", "a@");
    check("(a: Int) -> Int", "a@", "E0308 `@` takes a pointer, found `Int`");
    check("(a: Int) -> Int", "a[0]", "E0308 `Int` cannot be indexed");
    check("(a: Slice{Int}) -> Int", "a[1.5]", "E0301 an index is an integer, found `Float`");
    check("(a: Int) -> Pointer{Int}", "&(a + 1)", "E0306 `(a + 1)` is a value, not a place, and cannot be pointed to");
}

#[test]
fn aggregates() {
    let check = |signature: &str, expression: &str, expected: &str| {
        let declarations = "P :: struct\n  x: Int\n  y: u8\nend";
        assert_eq!(checked(declarations, signature, expression), expected, "{signature} => {expression}");
    };
    check("() -> P", "P{1, 2}", "P{0=1:Int, 1=2:u8}");
    check("() -> P", "P{y = 1}", "P{1=1:u8}");
    check("() -> P", "{1, 2}", "P{0=1:Int, 1=2:u8}");
    check("() -> P", "P{}", "default:P");
    check("(p: P) -> P", "p{x = 3}", "p{0=3:Int}");
    check("() -> P", "P{1}", "E0304 `P` has 2 fields, 1 given");
    check("() -> P", "P{z = 1}", "E0207 `P` has no field `z`");
    check("() -> P", "P{x = 1, x = 2}", "E0203 field `x` is given twice");
    check("() -> Array{u8, 2}", "{1, 2}", "Array{u8, 2}{1:u8, 2:u8}");
    check("() -> Array{u8, 2}", "Array{u8, _}{1, 2}", "Array{u8, 2}{1:u8, 2:u8}");
    check("() -> Slice{u8}", "{1, 2, 3}", "Slice{u8}{1:u8, 2:u8, 3:u8}");
    check("() -> Array{u8, 2}", "{1}", "E0304 `Array{u8, 2}` has 2 elements, 1 given");
    check("() -> Maybe{P}", "{1, 2}", "Maybe{P}.case1(P{0=1:Int, 1=2:u8})");
}

#[test]
fn members_and_unions() {
    let check = |signature: &str, expression: &str, expected: &str| {
        let declarations = "E :: enum\n  A\n  B = 5\nend\nF :: enum {u8} #flags\n  R\n  W\nend\n\
                            U :: union\n  number: Int\n  nothing\nend";
        assert_eq!(checked(declarations, signature, expression), expected, "{signature} => {expression}");
    };
    check("() -> E", ".B", "5:E");
    check("() -> E", "E.A", "0:E");
    check("(e: E) -> Bool", "e == .B", "(e Equal:Bool 5:E)");
    check("(e: E) -> Bool", ".B == e", "(5:E Equal:Bool e)");
    check("() -> E", ".C", "E0207 `E` has no member `C`");
    check("(e: E) -> Int", "Int(e)", "Int<Int>(e)");
    check("(n: Int) -> E", "E(n)", "E<IntToEnum>(n)");
    check("(f: F) -> Bool", ".R in f", "((1:F BitAnd:F Complement:F(f)) Equal:Bool 0:F)");
    check("() -> F", ".R | .W", "(1:F BitOr:F 2:F)");
    check("() -> U", "U.number(3)", "U.case0(3:Int)");
    check("() -> U", ".number(3)", "U.case0(3:Int)");
    check("() -> U", ".nothing", "U.case1()");
    check("(u: U) -> Int", "u.number", "u.case0");
    check("(u: U) -> Bool", "tag_of(u) == .nothing", "(tag of U<Int>(tag(u):u8) Equal:Bool 1:tag of U)");
    check("() -> U", ".number", "E0401 `number` carries one value of type `Int`");
    check("() -> Maybe{Int}", "none", "Maybe{Int}.case0()");
    check("() -> Maybe{u8}", "some(3)", "Maybe{u8}.case1(3:u8)");
    check("(m: Maybe{Int}) -> Int", "m.some", "m.case1");
    check("(e: E) -> String", "enum_name(e)", "EnumName(e)");
}

#[test]
fn directives_and_operations_of_the_language() {
    check("() -> Int", "#config(\"n\", 3)", "3:Int");
    check("() -> u64", "#asm(\"rdtsc\", \"={rax}\") -> u64", "Asm(\"rdtsc\", \"={rax}\")");
    check("() -> Int", "size_of(Array{u16, 3}) + align_of(u32)", "(6:Int Add:Int 4:Int)");
    check("(a: Int) -> Type", "type_of(a)", "Int");
    check("(a: Any) -> Type", "type_of(a)", "AnyTypeOf(a)");
    check("() -> Bool", "is_integer(u8) && has_operator(Bool, \"<\")", "(true && false)");
    check("() -> Int", "size_of(5)", "E0303 expected a type, found an integer literal");
    check("(a: u8) -> Int", "bit_cast{Int}(a)", "E0307 `bit_cast` keeps the size: `u8` has 1 byte, `Int` has 8");
    check("() -> Int", "#line", "2:Int");
}
