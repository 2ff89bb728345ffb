//! Tests of statements: each is the body of a procedure, as the messages about it.

use crate::testing::check_all;

/// Checks a procedure with these statements; gives the messages without their places.
fn check(statements: &str, expected: &str) {
    let source = format!("{DECLARATIONS}\nf :: (_n: Int, _xs: Slice{{Int}}) -> Int\n{statements}\nend\n");
    assert_eq!(super::without_places(&check_all(&source)), expected, "{statements}");
}

const DECLARATIONS: &str = "
Color :: enum
    RED
    GREEN
end
Tree :: union
    leaf: Int
    color: Color
    empty
end
Problem :: enum #error
    NONE
    BAD
end
half :: (n: Int) -> (Int, Bool)
    return n / 2, n % 2 == 0
end
half_of :: (n: Int) -> Maybe{Int}
    if n % 2 == 0
        return n / 2
    end
    return none
end
attempt :: (n: Int) -> Problem
    if n > 0
        return .BAD
    end
    return .NONE
end";

#[test]
fn ends_are_reached_or_not() {
    check("return 1", "");
    check("", "E0501 the end of this procedure can be reached without a `return`");
    check("while true\nend", "");
    check("while true\nbreak\nend", "E0501 the end of this procedure can be reached without a `return`");
    check("if _n > 0 return 1; else return 2; end", "");
    check("match _n\ncase 1 => return 1\nelse => return 2\nend", "");
    check("return 1\nreturn 2", "W0004 this is never reached");
}

#[test]
fn jumps_have_their_targets() {
    check("break\nreturn 1", "E0503 `break` stands outside of any loop");
    check("outer: for _i in 0..<3\nwhile true\nbreak outer\nend\nend\nreturn 1", "");
    check("while _n > 0\nbreak inner\nend\nreturn 1", "E0503 there is no loop or block `inner` around this");
    check("while _n > 0\ndefer break\nend\nreturn 1", "E0503 `break` cannot leave a `defer`");
    check(
        "=> 1\nreturn 1",
        "E0116 `=>` gives a value to an `ifx`, `block` or `match` that stands as an expression; there is none here",
    );
}

#[test]
fn matches_cover_every_value() {
    check(
        "match Color.RED\ncase .RED => return 1\nend\nreturn 2",
        "E0502 this `match` does not cover every value: `.GREEN` missing",
    );
    check("match Color.RED\ncase .RED => return 1\ncase .GREEN => return 2\nend", "");
    check(
        "match Tree.empty\ncase .leaf x => return x\ncase .color.RED => return 1\nend\nreturn 2",
        "E0502 this `match` does not cover every value: `.color.GREEN`, `.empty` missing",
    );
    check("match _n > 1\ncase true => return 1\ncase false => return 2\nend", "");
    check("match _n\ncase 9..=3 => return 1\nelse => return 2\nend", "E0504 this range is empty");
    check(
        "match _n\ncase 1, 2 => return 1\ncase 2 => return 2\nelse => return 3\nend",
        "W0004 this pattern is never reached: those before it accept all that it does",
    );
    check(
        "match Color.RED\ncase .RED, .GREY => return 1\ncase .GREEN => return 2\nend",
        "E0207 `Color` has no member `GREY`",
    );
}

#[test]
fn values_of_arms_agree() {
    check("x := ifx _n > 1 => 1 else => 2 end\nreturn x", "");
    check("x: u8 = ifx _n > 1 => 300 else => 2 end\nreturn x", "E0302 `300` does not fit `u8`");
    check("x := ifx _n > 1 => _n else => \"two\" end\nreturn x", "E0301 expected `Int`, found a `String` literal");
    check(
        "x := block\nif _n > 1\n=> 1\nend\nend\nreturn x",
        "E0501 the end of this expression can be reached without a value",
    );
    check("x := match _n case 1 => 2.5 else => 1 end\nreturn Int(x)", "");
}

#[test]
fn failures_are_handed_on() {
    check("x := half(4) or_else 3\nreturn x", "");
    check("x := half_of(4) or_else 3\nreturn x", "");
    check("x := _n or_else 3\nreturn x", "E0505 `Int` cannot fail");
    check(
        "x := half_of(_n) or_return\nreturn x",
        "E0506 `or_return` would return `none` from this procedure, but its last result is `Int`",
    );
    check("if x := half(_n)\nreturn x\nend\nreturn 0", "");
    check("while x := half_of(_n)\nreturn x\nend\nreturn 0", "");
    check("attempt(_n)\nreturn 0", "W0007 this error is not looked at");
}

#[test]
fn variables() {
    check("x := 1\nx := 2\nreturn x", "E0203 `x` is declared twice in one block");
    check("x := 1\nif x > 0\nx := 2\nreturn x\nend\nreturn x", "W0005 `x` hides another `x`");
    check("x := 1\nreturn 1", "W0001 `x` is not used");
    check("a, b := 1\nreturn a + b", "E0304 1 value for 2 names");
    check("a, b := half(1)\nreturn ifx b => a else => 0 end", "");
    check("a: Int\nb: Bool\na, b = half(1)\nreturn ifx b => a else => 0 end", "");
    check("for i in 0..<_n\nend\nreturn 1", "W0001 `i` is not used");
    check("for x in _n\nend\nreturn 1", "E0301 `for` cannot go over `Int`");
}

#[test]
fn closures() {
    check("x := 1\ng := [x] (a: Int) -> Int => a + x\nreturn g(1)", "");
    check(
        "x := 1\ng := (a: Int) -> Int => a + x\nreturn g(1) + x",
        "E0201 `x` is a variable of the enclosing procedure, which this literal does not capture",
    );
}
