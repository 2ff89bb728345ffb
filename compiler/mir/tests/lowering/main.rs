//! Lowering of single constructs: a body made by hand, and its MIR.

mod make;

use expect_test::expect;
use hubbub_sema::data::typed::*;
use hubbub_sema::data::types::TypeKind;
use hubbub_sema::data::value::Value;
use make::Make;

fn int_result() -> Make {
    Make::new(|sema| vec![sema.types.int])
}

fn no_result() -> Make {
    Make::new(|_| Vec::new())
}

#[test]
fn operands_are_read_from_variables() {
    let mut m = int_result();
    let int = m.int_ty();
    let a = m.local("a", int, "");
    let two = m.int(2);
    let l = m.let_(a, two);
    let (x, y, z) = (m.get(a), m.get(a), m.int(3));
    let product = m.binary(Operator::Multiply, y, z);
    let sum = m.binary(Operator::Add, x, product);
    let r = m.return_(&[sum]);
    expect![[r#"
        _0 "context": _2 a: 
        bb0:
            _2 = 2: i64
            _3 = mul _2, 3: i64
            _1 = add _2, _3
            return
    "#]]
    .assert_eq(&m.lower(&[l, r]));
}

#[test]
fn what_a_call_may_change_is_read_before() {
    let mut m = int_result();
    let int = m.int_ty();
    let total = m.named("total");
    let left = m.expr(ExprKind::Variable(total), int);
    let one = m.int(1);
    let right = m.call("give", &[one]);
    let sum = m.binary(Operator::Add, left, right);
    let r = m.return_(&[sum]);
    expect![[r#"
        _0 "context": 
        bb0:
            _2 = Main.total
            _3 = call give(1: i64)
            _1 = add _2, _3
            return
    "#]]
    .assert_eq(&m.lower(&[r]));
}

#[test]
fn swap_of_elements() {
    let mut m = no_result();
    let int = m.int_ty();
    let array_ty = m.sema.intern(TypeKind::Array { element: int, length: 4 });
    let a = m.local("a", array_ty, "a");
    let i = m.local("i", int, "a");
    let default = m.expr(ExprKind::Default, array_ty);
    let l = m.let_(a, default);
    let zero = m.int(0);
    let li = m.let_(i, zero);
    let element = |m: &mut Make, index: ExprId| {
        let base = m.get(a);
        m.expr(ExprKind::Index { base, index, is_checked: true }, int)
    };
    let (one, n) = (m.int(1), m.get(i));
    let p1 = element(&mut m, one);
    let p2 = element(&mut m, n);
    let (one, n) = (m.int(1), m.get(i));
    let v1 = element(&mut m, n);
    let v2 = element(&mut m, one);
    let s = m.assign(&[p1, p2], &[v1, v2]);
    expect![[r#"
        _0 "context": _1 a: _2 i: 
        bb0:
            live _1
            _1 = zero: [i64; 4]
            _2 = 0: i64
            _3 = _2
            check index(_3, 4: i64) context _0
            check index(_2, 4: i64) context _0
            _4 = _1[_2]
            _5 = _1[1]
            _1[1] = _4
            _1[_3] = _5
            return
    "#]]
    .assert_eq(&m.lower(&[l, li, s]));
}

#[test]
fn defers_are_shared_by_all_who_return() {
    let mut m = int_result();
    let int = m.int_ty();
    let boolean = m.sema.types.bool;
    let c = m.local("c", boolean, "a");
    let x = m.local("x", int, "");
    let truth = m.constant(Value::Bool(true), boolean);
    let l = m.let_(c, truth);
    let d1 = m.mark(1);
    let d1 = m.statement(ExprKind::Defer(d1));
    let mut ways = Vec::new();
    for n in 10..12 {
        let value = m.int(n);
        let r = m.return_(&[value]);
        let then = m.block(n as u32, &[r]);
        let condition = m.get(c);
        ways.push(m.statement(ExprKind::If { scope: ScopeId(n as u32 - 9), condition, then, otherwise: None }));
    }
    let d2 = m.mark(2);
    let d2 = m.statement(ExprKind::Defer(d2));
    let five = m.int(5);
    let lx = m.let_(x, five);
    let value = m.get(x);
    let r = m.return_(&[value]);
    let [way1, way2] = ways[..] else { unreachable!() };
    expect![[r#"
        _0 "context": _2 c: _3 x: 
        bb0:
            _2 = 1: bool
            branch _2 then bb1 else bb3
        bb1:
            _1 = 10: i64
            goto bb2
        bb2:
            call mark(1: i64)
            return
        bb3:
            branch _2 then bb4 else bb5
        bb4:
            _1 = 11: i64
            goto bb2
        bb5:
            _3 = 5: i64
            _1 = _3
            call mark(2: i64)
            goto bb2
    "#]]
    .assert_eq(&m.lower(&[l, d1, way1, way2, d2, lx, r]));
}

#[test]
fn ranges_do_not_overflow_at_the_end() {
    for (inclusive, expected) in [
        (
            false,
            expect![[r#"
            _0 "context": _1 i: 
            bb0:
                _1 = 0: i64
                goto bb1
            bb1:
                _2 = lt _1, 9: i64
                branch _2 then bb2 else bb3
            bb2:
                call mark(_1)
                _1 = add _1, 1: i64
                goto bb1
            bb3:
                return
        "#]],
        ),
        (
            true,
            expect![[r#"
                _0 "context": _1 i: 
                bb0:
                    _1 = 0: i64
                    goto bb1
                bb1:
                    call mark(_1)
                    _2 = eq _1, 9: i64
                    branch _2 then bb2 else bb3
                bb2:
                    return
                bb3:
                    _1 = add _1, 1: i64
                    goto bb1
            "#]],
        ),
    ] {
        let mut m = no_result();
        let int = m.int_ty();
        let i = m.local("i", int, "");
        let (low, high) = (m.int(0), m.int(9));
        let value = m.get(i);
        let call = m.call("mark", &[value]);
        let body = m.block(1, &[call]);
        let plan = ForPlan::Range { low, high, inclusive, reversed: false };
        let l = m.statement(ExprKind::For { scope: ScopeId(0), plan, element: i, second: None, body });
        expected.assert_eq(&m.lower(&[l]));
    }
}

#[test]
fn match_of_a_union_with_a_guard() {
    let mut m = int_result();
    let (int, shape, point) = (m.int_ty(), m.type_named("Shape"), m.type_named("Point"));
    let s = m.local("s", shape, "a");
    let default = m.expr(ExprKind::Default, shape);
    let l = m.let_(s, default);
    let (c, q) = (m.local("c", int, ""), m.local("q", point, ""));
    let mut arms = Vec::new();
    for (case, binding, has_guard) in [(0, Some(c), true), (1, Some(q), false), (2, None, false), (0, None, false)] {
        let cases = m.words(&[case]);
        let pattern = m.body.patterns.push(Pattern { test: PatternTest::Anything, cases, binding });
        let patterns = m.words(&[pattern.0]);
        let guard = has_guard.then(|| {
            let (value, limit) = (m.get(c), m.int(7));
            m.binary(Operator::Less, value, limit)
        });
        let value = m.int(i64::from(case) * 10 + i64::from(has_guard));
        let give = m.statement(ExprKind::Give { scope: ScopeId(0), value });
        let body = m.block(1 + case, &[give]);
        arms.push(m.body.arms.push(Arm { patterns, guard, body, at: 0 }).0);
    }
    let value = m.get(s);
    let arms = m.words(&arms);
    let matched = m.expr(ExprKind::Match { scope: ScopeId(0), value, arms }, int);
    let r = m.return_(&[matched]);
    expect![[r#"
        _0 "context": _2 s: _3 c: _5 q: 
        bb0:
            live _2
            _2 = zero: Main.Shape
            switch _2.0 (0 -> bb1, 1 -> bb5) else bb6
        bb1:
            _3 = _2.1
            _4 = lt _3, 7: i64
            branch _4 then bb2 else bb4
        bb2:
            _1 = 1: i64
            goto bb3
        bb3:
            return
        bb4:
            _1 = 0: i64
            goto bb3
        bb5:
            live _5
            _5 = _2.2
            _1 = 10: i64
            dead _5
            goto bb3
        bb6:
            _1 = 20: i64
            goto bb3
    "#]]
    .assert_eq(&m.lower(&[l, r]));
}

#[test]
fn match_of_numbers_and_ranges() {
    let mut m = no_result();
    let int = m.int_ty();
    let n = m.local("n", int, "");
    let two = m.int(2);
    let value = m.call("give", &[two]);
    let l = m.let_(n, value);
    let mut arms = Vec::new();
    for (index, (low, high)) in [(1, 1), (3, 6), (100, 1000), (5, 5)].into_iter().enumerate() {
        let integer = |m: &Make, value: i64| m.sema.values.integer(int, value);
        let (low_value, high_value) = (integer(&m, low), integer(&m, high));
        let test = if low == high {
            PatternTest::Constant(low_value)
        } else {
            PatternTest::Range { low: low_value, high: high_value, inclusive: true }
        };
        let pattern = m.body.patterns.push(Pattern { test, cases: Default::default(), binding: None });
        let patterns = m.words(&[pattern.0]);
        let mark = m.mark(low);
        let body = m.block(1 + index as u32, &[mark]);
        arms.push(m.body.arms.push(Arm { patterns, guard: None, body, at: 0 }).0);
    }
    let mark = m.mark(0);
    let body = m.block(9, &[mark]);
    arms.push(m.body.arms.push(Arm { patterns: Default::default(), guard: None, body, at: 0 }).0);
    let value = m.get(n);
    let arms = m.words(&arms);
    let matched = m.statement(ExprKind::Match { scope: ScopeId(0), value, arms });
    expect![[r#"
        _0 "context": _1 n: 
        bb0:
            _1 = call give(2: i64)
            switch _1 (1 -> bb1, 3 -> bb3, 4 -> bb3, 5 -> bb3, 6 -> bb3) else bb4
        bb1:
            call mark(1: i64)
            goto bb2
        bb2:
            return
        bb3:
            call mark(3: i64)
            goto bb2
        bb4:
            _2 = ge _1, 100: i64
            _3 = le _1, 1000: i64
            _4 = and _2, _3
            branch _4 then bb5 else bb6
        bb5:
            call mark(100: i64)
            goto bb2
        bb6:
            switch _1 (5 -> bb7) else bb8
        bb7:
            call mark(5: i64)
            goto bb2
        bb8:
            call mark(0: i64)
            goto bb2
    "#]]
    .assert_eq(&m.lower(&[l, matched]));
}

#[test]
fn or_return() {
    let mut m = Make::new(|sema| vec![sema.types.int, sema.types.bool]);
    let int = m.int_ty();
    let boolean = m.sema.types.bool;
    let x = m.local("x", int, "");
    let value = m.call("maybe", &[]);
    let (zero, no) = (m.int(0), m.constant(Value::Bool(false), boolean));
    let otherwise = m.return_(&[zero, no]);
    let value = m.expr(ExprKind::Try { value, failure: Failure::False, error: None, otherwise }, int);
    let l = m.let_(x, value);
    let (value, yes) = (m.get(x), m.constant(Value::Bool(true), boolean));
    let r = m.return_(&[value, yes]);
    expect![[r#"
        _0 "context": _3 x: 
        bb0:
            _4, _5 = call maybe()
            branch _5 then bb1 else bb2
        bb1:
            _3 = _4
            _1 = _3
            _2 = 1: bool
            return
        bb2:
            _1 = 0: i64
            _2 = 0: bool
            return
    "#]]
    .assert_eq(&m.lower(&[l, r]));
}

#[test]
fn struct_from_its_own_fields() {
    let mut m = no_result();
    let (int, point) = (m.int_ty(), m.type_named("Point"));
    let p = m.local("p", point, "a");
    let default = m.expr(ExprKind::Default, point);
    let l = m.let_(p, default);
    let field = |m: &mut Make, index: u32| {
        let base = m.get(p);
        m.expr(ExprKind::Field { base, index }, int)
    };
    let (y, x) = (field(&mut m, 1), field(&mut m, 0));
    let fields = m.words(&[0, y.0, 1, x.0]);
    let value = m.expr(ExprKind::Struct { fields }, point);
    let place = m.get(p);
    let s = m.assign(&[place], &[value]);
    expect![[r#"
        _0 "context": _1 p: 
        bb0:
            live _1
            _1 = zero: Main.Point
            _2.0 = _1.1
            _2.1 = _1.0
            _1 = _2
            return
    "#]]
    .assert_eq(&m.lower(&[l, s]));
}

#[test]
fn long_chains_are_loops() {
    let mut m = int_result();
    let mut sum = m.int(0);
    for n in 0..100_000 {
        let right = m.int(n);
        sum = m.binary(Operator::BitXor, sum, right);
    }
    let r = m.return_(&[sum]);
    assert!(m.lower(&[r]).ends_with("    return\n"));
}
