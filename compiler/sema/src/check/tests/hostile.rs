//! Shapes that nobody writes: long chains and deep nesting end in an answer, not in a crash.

use super::checked;
use hubbub_base::limits::{EXPRESSION_DEPTH_MAX, NESTING_MAX};

/// `before` n times, `middle`, `after` n times.
fn nested(before: &str, middle: &str, after: &str, count: usize) -> String {
    format!("{}{middle}{}", before.repeat(count), after.repeat(count))
}

#[test]
fn operator_chains_have_no_limit() {
    let sum = format!("1{}", " + 1".repeat(20_000));
    assert_eq!(checked("", "() -> Int", &sum), "20001:Int");
    let sum = format!("a{}", " + a".repeat(20_000));
    let sema = crate::testing::session(&[("main", &format!("f :: (a: Int) -> Int => {sum}\n"))]);
    assert_eq!(crate::testing::show(&sema), "");
    let all = format!("a{}", " && a".repeat(20_000));
    let sema = crate::testing::session(&[("main", &format!("f :: (a: Bool) -> Bool => {all}\n"))]);
    assert_eq!(crate::testing::show(&sema), "");
}

#[test]
fn postfix_chains_have_a_limit() {
    let declarations = "P :: struct\n  p: Pointer{P}\nend\ng :: (p: Pointer{P}) -> Pointer{P} => p\n";
    let limit = EXPRESSION_DEPTH_MAX as usize;
    for (link, deep) in [(".p", limit - 3), (".g()", limit / 2), ("[0].p", limit / 4), ("@.p", limit / 4)] {
        let chain = |count: usize| format!("a{}", link.repeat(count));
        let source = |count| format!("{declarations}f :: (a: Pointer{{P}}) -> Pointer{{P}} => {}\n", chain(count));
        let messages = |count| crate::testing::show(&crate::testing::session(&[("main", &source(count))]));
        assert_eq!(messages(deep - 2), "", "{link}");
        assert!(messages(limit + 2).contains("E0105"), "{link}");
        assert!(messages(100_000).contains("E0105"), "{link}");
    }
}

#[test]
fn brackets_nest_as_deep_as_the_parser_lets_them() {
    let count = NESTING_MAX as usize - 6;
    let declarations = "g :: (a: Int) -> Int => a\nh :: {T}(a: T) -> T => a\n";
    for (before, middle, after) in [
        ("(", "1", ")"),
        ("g(", "1", ")"),
        ("h(", "1", ")"),
        ("a[", "0", "]"),
        ("- ", "n", ""),
        ("Int(", "n", ")"),
        ("(1 + ", "n", ")"),
    ] {
        let text = nested(before, middle, after, count);
        let source = format!("{declarations}f :: (a: Slice{{Int}}, n: Int) -> Int => {text}\n");
        let sema = crate::testing::session(&[("main", &source)]);
        assert_eq!(crate::testing::show(&sema), "", "{before}");
    }
}
