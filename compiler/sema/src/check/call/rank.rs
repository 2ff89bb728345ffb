//! Which candidate of an overload set wins, once it is known how every argument fits every candidate.
//!
//! Pure: [`Fit`] says how one argument fits one parameter, [`Candidate`] holds a candidate's fits and what the
//! tie-break rules ask, [`best`] decides. How an argument fits is found out in `fit.rs`; the comparison of generic
//! patterns and of conversions' targets comes in through [`Order`].

use std::cmp::Ordering;

use crate::data::types::TypeId;

/// How an argument fits a parameter; the variants stand best first.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Fit {
    /// The same type; of a literal, its default type.
    Same(Receiver),
    /// A literal (also `null`, `.m`, `{…}`, a set) that fits; an integer literal that becomes a float is worse.
    Literal { as_float: bool },
    /// `{…}` whose elements have been looked at, and how badly the worst of them fits.
    Elements { worst: u8 },
    /// A parameter whose type depends on generic parameters: the pattern, to compare how specific it is.
    Generic { pattern: Pattern, receiver: Receiver },
    /// An implicit conversion to this type.
    Conversion { target: TypeId },
    /// Goes into an `Any`.
    Any,
}

/// In which form a receiver was taken; the forms stand best first. Other arguments are `Value`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Receiver {
    /// `x`
    Value,
    /// `&x`
    Address,
    /// `x@`
    Target,
}

/// A parameter's type as it was written, with generic parameters in it: the parameter `parameter` of candidate `candidate`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pattern {
    /// Index of the candidate.
    pub candidate: u32,
    /// Index of its parameter.
    pub parameter: u32,
}

/// What the tie-break rules ask of a candidate. All have as many fits as there are arguments.
#[derive(Clone, PartialEq, Debug)]
pub struct Candidate {
    /// One for each argument, in the order of the arguments.
    pub fits: Vec<Fit>,
    /// Arguments went into its `..`.
    pub uses_variadic: bool,
    /// How many defaults would be used.
    pub defaults_used: u32,
    /// It has a `where`.
    pub has_where: bool,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where a candidate was found, nearest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Origin {
    /// The module of the call itself.
    Own,
    /// An import, or a home module of an operand.
    Import,
    /// The Prelude.
    Prelude,
}

/// The comparisons that need to know types.
pub trait Order {
    /// How specific two patterns are: `Less` if `a` is more specific. `None` if neither is.
    fn specificity(&self, a: Pattern, b: Pattern) -> Option<Ordering>;
    /// Whether `from` converts implicitly to `to`.
    fn converts(&self, from: TypeId, to: TypeId) -> bool;
}

/// The outcome.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// The candidate with this index.
    One(usize),
    /// These fit equally well; empty when there was no candidate.
    Ambiguous(Vec<usize>),
}

/// Decides among candidates that all fit: nowhere worse and somewhere better, then the tie-break rules.
pub fn best(candidates: &[Candidate], order: &impl Order) -> Verdict {
    if let [_] = candidates {
        return Verdict::One(0);
    }
    let mut left: Vec<(usize, &Candidate)> = Vec::with_capacity(candidates.len());
    for (index, candidate) in candidates.iter().enumerate() {
        let beaten = candidates.iter().any(|other| is_better(other, candidate, order));
        if !beaten {
            left.push((index, candidate));
        }
    }
    keep_least(&mut left, |candidate| u32::from(candidate.uses_variadic));
    keep_least(&mut left, |candidate| candidate.defaults_used);
    keep_least(&mut left, |candidate| u32::from(!candidate.has_where));
    keep_least(&mut left, |candidate| candidate.origin as u32);
    match left.as_slice() {
        [(index, _)] => Verdict::One(*index),
        _ => Verdict::Ambiguous(left.iter().map(|(index, _)| *index).collect()),
    }
}

/// A tie-break rule: of several candidates those stay for which `key` is least.
fn keep_least(left: &mut Vec<(usize, &Candidate)>, key: impl Fn(&Candidate) -> u32) {
    if left.len() > 1
        && let Some(least) = left.iter().map(|(_, candidate)| key(candidate)).min()
    {
        left.retain(|(_, candidate)| key(candidate) == least);
    }
}

/// Whether `a` is nowhere worse than `b` and somewhere better.
fn is_better(a: &Candidate, b: &Candidate, order: &impl Order) -> bool {
    let mut somewhere = false;
    for (fit, other) in a.fits.iter().zip(&b.fits) {
        match compare(*fit, *other, order) {
            Some(Ordering::Less) => somewhere = true,
            Some(Ordering::Equal) => {}
            Some(Ordering::Greater) | None => return false,
        }
    }
    somewhere
}

/// `Less` if `a` is the better fit; `None` if they cannot be compared.
fn compare(a: Fit, b: Fit, order: &impl Order) -> Option<Ordering> {
    match (a, b) {
        (Fit::Same(a), Fit::Same(b)) => Some(a.cmp(&b)),
        (Fit::Literal { as_float: a }, Fit::Literal { as_float: b }) => Some(a.cmp(&b)),
        (Fit::Elements { worst: a }, Fit::Elements { worst: b }) => Some(a.cmp(&b)),
        (Fit::Generic { pattern: a, receiver: of_a }, Fit::Generic { pattern: b, receiver: of_b }) => {
            if of_a == of_b {
                order.specificity(a, b)
            } else {
                Some(of_a.cmp(&of_b))
            }
        }
        (Fit::Conversion { target: a }, Fit::Conversion { target: b }) => {
            match (a == b, order.converts(a, b), order.converts(b, a)) {
                (true, ..) => Some(Ordering::Equal),
                (_, true, false) => Some(Ordering::Less),
                (_, false, true) => Some(Ordering::Greater),
                _ => None,
            }
        }
        _ => Some(class(a).cmp(&class(b))),
    }
}

/// The class of chapter 7, 1 to 5.
fn class(fit: Fit) -> u8 {
    match fit {
        Fit::Same(_) => 1,
        Fit::Literal { .. } | Fit::Elements { .. } => 2,
        Fit::Generic { .. } => 3,
        Fit::Conversion { .. } => 4,
        Fit::Any => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::{Candidate, Fit, Order, Origin, Pattern, Receiver, Verdict, best};
    use crate::data::types::TypeId;
    use std::cmp::Ordering;

    /// Types with smaller numbers convert to larger ones of the same parity; patterns of lower parameters are more specific.
    struct ByNumber;

    impl Order for ByNumber {
        fn specificity(&self, a: Pattern, b: Pattern) -> Option<Ordering> {
            Some(a.parameter.cmp(&b.parameter))
        }
        fn converts(&self, from: TypeId, to: TypeId) -> bool {
            from.0 % 2 == to.0 % 2 && from.0 <= to.0
        }
    }

    const SAME: Fit = Fit::Same(Receiver::Value);
    const ANY: Fit = Fit::Any;
    const INTEGER: Fit = Fit::Literal { as_float: false };
    const FLOAT: Fit = Fit::Literal { as_float: true };

    fn generic(parameter: u32) -> Fit {
        Fit::Generic { pattern: Pattern { candidate: 0, parameter }, receiver: Receiver::Value }
    }

    fn converted(target: u32) -> Fit {
        Fit::Conversion { target: TypeId(target) }
    }

    fn candidate(fits: &[Fit]) -> Candidate {
        Candidate { fits: fits.to_vec(), uses_variadic: false, defaults_used: 0, has_where: false, origin: Origin::Own }
    }

    /// What wins among candidates with these fits.
    fn check(candidates: &[&[Fit]], expected: &[usize]) {
        let candidates: Vec<_> = candidates.iter().map(|fits| candidate(fits)).collect();
        check_all(&candidates, expected);
    }

    fn check_all(candidates: &[Candidate], expected: &[usize]) {
        let expected = match expected {
            [one] => Verdict::One(*one),
            several => Verdict::Ambiguous(several.to_vec()),
        };
        assert_eq!(best(candidates, &ByNumber), expected);
    }

    #[test]
    fn the_five_classes_stand_in_order() {
        check(&[&[ANY], &[converted(2)], &[generic(0)], &[FLOAT], &[INTEGER], &[SAME]], &[5]);
        check(&[&[ANY], &[converted(2)], &[generic(0)], &[FLOAT], &[INTEGER]], &[4]);
        check(&[&[ANY], &[converted(2)], &[generic(0)], &[FLOAT]], &[3]);
        check(&[&[ANY], &[converted(2)], &[generic(0)]], &[2]);
        check(&[&[ANY], &[converted(2)]], &[1]);
        check(&[], &[]);
    }

    #[test]
    fn within_a_class() {
        check(&[&[converted(6)], &[converted(4)], &[converted(2)]], &[2]);
        check(&[&[converted(3)], &[converted(2)]], &[0, 1]);
        check(&[&[generic(2)], &[generic(1)]], &[1]);
        check(&[&[Fit::Same(Receiver::Target)], &[Fit::Same(Receiver::Address)]], &[1]);
        check(&[&[INTEGER], &[INTEGER]], &[0, 1]);
    }

    #[test]
    fn nowhere_worse_and_somewhere_better() {
        check(&[&[SAME, ANY], &[SAME, SAME]], &[1]);
        check(&[&[SAME, ANY], &[ANY, SAME]], &[0, 1]);
        check(&[&[SAME, ANY], &[ANY, SAME], &[SAME, SAME]], &[2]);
        check(&[&[converted(2), SAME], &[converted(3), SAME]], &[0, 1]);
    }

    #[test]
    fn tie_breaks_in_their_order() {
        let plain = candidate(&[SAME]);
        let variadic = Candidate { uses_variadic: true, ..plain.clone() };
        let with_default = Candidate { defaults_used: 1, ..plain.clone() };
        let with_where = Candidate { has_where: true, ..plain.clone() };
        let of_prelude = Candidate { origin: Origin::Prelude, ..plain.clone() };
        let imported = Candidate { origin: Origin::Import, ..plain.clone() };
        check_all(&[variadic.clone(), plain.clone()], &[1]);
        check_all(&[with_default.clone(), plain.clone()], &[1]);
        check_all(&[variadic, with_default.clone()], &[1]);
        check_all(&[with_default, of_prelude.clone()], &[1]);
        check_all(&[plain.clone(), with_where.clone()], &[1]);
        check_all(&[plain.clone(), Candidate { origin: Origin::Prelude, ..with_where }], &[1]);
        check_all(&[of_prelude.clone(), imported.clone(), plain.clone()], &[2]);
        check_all(&[of_prelude, imported], &[1]);
        check_all(&[plain.clone(), plain], &[0, 1]);
    }
}
