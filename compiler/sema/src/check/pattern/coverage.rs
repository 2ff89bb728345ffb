//! What the patterns of a `match` cover so far, and what they miss.
//!
//! A pattern is a chain of union cases and a test at its end, so what is covered forms a tree: cases
//! branch, scalars are sets of intervals. Pure: the shape of types comes in through [`Shapes`].

use std::rc::Rc;

/// What kind of values a type has, as far as covering them goes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shape<T> {
    /// Numbers in an interval: integers, runes, Bool.
    Scalar { low: i128, high: i128 },
    /// Members of an enum: name and number.
    Members(Vec<(String, i128)>),
    /// Cases of a union: name, and the payload's type if there is one.
    Cases(Vec<(String, Option<T>)>),
    /// Too many values to list: strings, floats, structs.
    Open,
}

/// Gives the shape of a type. It is asked for with every pattern, so it is better kept than made again.
pub trait Shapes<T> {
    /// The shape of `ty`.
    fn shape(&self, ty: T) -> Rc<Shape<T>>;
}

/// What a pattern accepts behind its chain of cases.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Test {
    /// All there is.
    Anything,
    /// Numbers from `low` to `high`, both included.
    Interval { low: i128, high: i128 },
    /// Some values of an open type.
    Some,
}

/// What is covered of the values of one type.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Cover {
    /// None yet.
    #[default]
    Nothing,
    /// All.
    Everything,
    /// Disjoint intervals in ascending order.
    Intervals(Vec<(i128, i128)>),
    /// What is covered of each case of a union, and of how many it is everything.
    Cases(Vec<Cover>, usize),
}

/// How many missing values are named.
const NAMED_MAX: usize = 4;

impl Cover {
    /// Adds a pattern; false when it accepts nothing that is not covered already.
    pub fn add<T: Copy>(&mut self, shapes: &impl Shapes<T>, ty: T, cases: &[u32], test: Test) -> bool {
        if *self == Cover::Everything {
            return false;
        }
        let shape = shapes.shape(ty);
        let added = match (cases.split_first(), &*shape) {
            (Some((case, rest)), Shape::Cases(all)) => self.add_case(shapes, all, *case as usize, rest, test),
            (Some(_), _) => true,
            (None, _) => self.add_test(&shape, test),
        };
        if added && self.is_complete(&shape) {
            *self = Cover::Everything;
        }
        added
    }

    fn add_case<T: Copy>(
        &mut self,
        shapes: &impl Shapes<T>,
        all: &[(String, Option<T>)],
        case: usize,
        rest: &[u32],
        test: Test,
    ) -> bool {
        if !matches!(self, Cover::Cases(..)) {
            *self = Cover::Cases(vec![Cover::Nothing; all.len()], 0);
        }
        let Cover::Cases(covers, whole) = self else { return true };
        let (Some(cover), Some((_, payload))) = (covers.get_mut(case), all.get(case)) else { return true };
        let was_whole = *cover == Cover::Everything;
        let added = match payload {
            Some(payload) => cover.add(shapes, *payload, rest, test),
            None => std::mem::replace(cover, Cover::Everything) != Cover::Everything,
        };
        *whole += usize::from(!was_whole && *cover == Cover::Everything);
        added
    }

    fn add_test<T>(&mut self, shape: &Shape<T>, test: Test) -> bool {
        match (test, shape) {
            (Test::Anything, _) => {
                *self = Cover::Everything;
                true
            }
            (Test::Some, _) | (_, Shape::Open | Shape::Cases(_)) => true,
            (Test::Interval { low, high }, _) => self.add_interval(low, high),
        }
    }

    fn add_interval(&mut self, low: i128, high: i128) -> bool {
        if low > high {
            return true;
        }
        let mut intervals = match std::mem::take(self) {
            Cover::Intervals(intervals) => intervals,
            _ => Vec::new(),
        };
        // Those that touch the new one become one with it.
        let start = intervals.partition_point(|(_, last)| last.saturating_add(1) < low);
        let end = intervals.partition_point(|(first, _)| *first <= high.saturating_add(1));
        let touched = intervals.get(start..end).unwrap_or_default();
        let is_new = !touched.iter().any(|(first, last)| *first <= low && high <= *last);
        let first = touched.first().map_or(low, |(first, _)| low.min(*first));
        let last = touched.last().map_or(high, |(_, last)| high.max(*last));
        intervals.splice(start..end.max(start), [(first, last)]);
        *self = Cover::Intervals(intervals);
        is_new
    }

    fn is_complete<T>(&self, shape: &Shape<T>) -> bool {
        match (self, shape) {
            (Cover::Everything, _) => true,
            (Cover::Intervals(intervals), Shape::Scalar { low, high }) => {
                matches!(intervals.as_slice(), [(first, last)] if first <= low && high <= last)
            }
            // The last member first: most write them in their order, and only the last arm makes it complete.
            (Cover::Intervals(intervals), Shape::Members(members)) => {
                members.iter().rev().all(|(_, value)| holds(intervals, *value))
            }
            (Cover::Cases(covers, whole), Shape::Cases(_)) => *whole == covers.len(),
            _ => false,
        }
    }

    /// Some of what is missing, as patterns: `.RED`, `4..=7`, `.expr.binary`; empty when nothing is.
    /// `None` for a type whose values cannot be listed.
    pub fn missing<T: Copy>(&self, shapes: &impl Shapes<T>, ty: T) -> Option<Vec<String>> {
        let mut missing = Vec::new();
        self.collect_missing(shapes, ty, "", &mut missing).then_some(missing)
    }

    fn collect_missing<T: Copy>(
        &self,
        shapes: &impl Shapes<T>,
        ty: T,
        before: &str,
        missing: &mut Vec<String>,
    ) -> bool {
        if *self == Cover::Everything {
            return true;
        }
        match &*shapes.shape(ty) {
            Shape::Open => {
                if !before.is_empty() {
                    missing.push(before.to_string());
                }
                !before.is_empty()
            }
            Shape::Members(members) => {
                let rest = members.iter().filter(|(_, value)| !self.holds(*value));
                missing.extend(rest.map(|(name, _)| format!("{before}.{name}")));
                true
            }
            Shape::Scalar { low, high } => {
                let (low, high) = (*low, *high);
                let gaps = self.gaps(low, high);
                if before.is_empty() {
                    missing.extend(gaps.iter().map(|gap| show_interval(*gap, (low, high))));
                } else {
                    missing.push(before.to_string());
                }
                true
            }
            Shape::Cases(all) => {
                for (index, (name, payload)) in all.iter().enumerate() {
                    let path = format!("{before}.{name}");
                    let cover = self.of_case(index);
                    match payload {
                        _ if *cover == Cover::Everything => {}
                        Some(payload) if *cover != Cover::Nothing => {
                            cover.collect_missing(shapes, *payload, &path, missing);
                        }
                        _ => missing.push(path),
                    }
                }
                true
            }
        }
    }

    fn of_case(&self, index: usize) -> &Cover {
        match self {
            Cover::Cases(covers, _) => covers.get(index).unwrap_or(&Cover::Nothing),
            _ => &Cover::Nothing,
        }
    }

    fn holds(&self, value: i128) -> bool {
        matches!(self, Cover::Intervals(intervals) if holds(intervals, value))
    }

    fn gaps(&self, low: i128, high: i128) -> Vec<(i128, i128)> {
        let mut gaps = Vec::new();
        let mut next = low;
        let covered: &[(i128, i128)] = if let Cover::Intervals(intervals) = self { intervals } else { &[] };
        for (first, last) in covered {
            if *first > next {
                gaps.push((next, first - 1));
            }
            match last.checked_add(1) {
                Some(after) => next = next.max(after),
                None => return gaps,
            }
        }
        if next <= high {
            gaps.push((next, high));
        }
        gaps
    }
}

fn holds(intervals: &[(i128, i128)], value: i128) -> bool {
    let next = intervals.partition_point(|(_, high)| *high < value);
    intervals.get(next).is_some_and(|(low, _)| *low <= value)
}

fn show_interval((low, high): (i128, i128), (least, greatest): (i128, i128)) -> String {
    match (low == least, high == greatest) {
        _ if low == high => format!("{low}"),
        (true, true) => "any value".to_string(),
        (true, false) => format!("everything up to {high}"),
        (false, true) => format!("everything from {low} on"),
        (false, false) => format!("{low}..={high}"),
    }
}

/// A list for people: the first few, and how many more.
pub fn show_missing(missing: &[String]) -> String {
    let shown: Vec<String> = missing.iter().take(NAMED_MAX).map(|text| format!("`{text}`")).collect();
    match missing.len().saturating_sub(NAMED_MAX) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Examples;

    impl Shapes<u8> for Examples {
        fn shape(&self, ty: u8) -> Rc<Shape<u8>> {
            Rc::new(match ty {
                0 => Shape::Scalar { low: 0, high: 255 },
                1 => Shape::Members(vec![("RED".into(), 0), ("BLUE".into(), 5)]),
                2 => Shape::Cases(vec![("none".into(), None), ("color".into(), Some(1)), ("text".into(), Some(3))]),
                _ => Shape::Open,
            })
        }
    }

    fn check(ty: u8, patterns: &[(&[u32], Test)], expected: &str) {
        let mut cover = Cover::default();
        let news: String = patterns
            .iter()
            .map(|(cases, test)| if cover.add(&Examples, ty, cases, *test) { '+' } else { '-' })
            .collect();
        let missing = cover.missing(&Examples, ty).map_or("open".to_string(), |missing| missing.join(" "));
        assert_eq!(format!("{news} {missing}"), expected);
    }

    fn at(value: i128) -> Test {
        Test::Interval { low: value, high: value }
    }

    #[test]
    fn scalars() {
        check(
            0,
            &[(&[], at(3)), (&[], at(3)), (&[], Test::Interval { low: 5, high: 255 })],
            "+-+ everything up to 2 4",
        );
        check(0, &[(&[], Test::Interval { low: 0, high: 99 }), (&[], Test::Interval { low: 100, high: 255 })], "++ ");
        check(0, &[(&[], Test::Anything), (&[], at(1))], "+- ");
        check(0, &[], " any value");
    }

    #[test]
    fn members_and_cases() {
        check(1, &[(&[], at(5))], "+ .RED");
        check(1, &[(&[], at(5)), (&[], at(0))], "++ ");
        check(2, &[(&[0], Test::Anything), (&[1], at(0))], "++ .color.BLUE .text");
        check(2, &[(&[0], Test::Anything), (&[1], Test::Anything), (&[1], at(0)), (&[2], Test::Some)], "++-+ .text");
        check(3, &[(&[], Test::Some)], "+ open");
    }
}
