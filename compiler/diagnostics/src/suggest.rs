//! Names that are nearly right.

/// The most names that are suggested.
const SUGGESTIONS_MAX: usize = 3;
/// Longer names are not compared: the cost is the product of the lengths.
const LENGTH_MAX: usize = 256;

/// The candidates nearest to `wanted`, best first, at most three: those whose edit distance is at most a third of the
/// length (at least one), and those that differ only in case, `-` and `_`. Equal ones keep their order.
pub fn nearest<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    if wanted.len() > LENGTH_MAX {
        return Vec::new();
    }
    let wanted_letters: Vec<char> = wanted.chars().collect();
    // the best so far in their order; with all places taken, another one must be nearer than the last
    let mut found: Vec<(usize, &str)> = Vec::with_capacity(SUGGESTIONS_MAX + 1);
    let mut letters: Vec<char> = Vec::new();
    for candidate in candidates {
        if candidate == wanted || candidate.len() > LENGTH_MAX || found.iter().any(|(_, name)| *name == candidate) {
            continue;
        }
        letters.clear();
        letters.extend(candidate.chars());
        let length = wanted_letters.len().max(letters.len());
        let last = found.get(SUGGESTIONS_MAX - 1).map_or(usize::MAX, |(distance, _)| *distance);
        // a name of one letter is one edit from every other such name
        let allowed = (length / 3).max(1).min(length.saturating_sub(1));
        let distance = match same_but_style(wanted, candidate) {
            true => 0,
            false => distance(&wanted_letters, &letters, allowed.min(last.saturating_sub(1))),
        };
        if distance <= allowed && distance < last {
            let place = found.partition_point(|(other, _)| *other <= distance);
            found.insert(place, (distance, candidate));
            found.truncate(SUGGESTIONS_MAX);
        }
    }
    found.into_iter().map(|(_, name)| name).collect()
}

/// "did you mean `a`, `b` or `c`?" for what [`nearest`] gives; `None` for nothing.
pub fn did_you_mean(names: &[&str]) -> Option<String> {
    let (last, before) = names.split_last()?;
    if before.is_empty() {
        return Some(format!("did you mean `{last}`?"));
    }
    let before: Vec<String> = before.iter().map(|name| format!("`{name}`")).collect();
    Some(format!("did you mean {} or `{last}`?", before.join(", ")))
}

fn same_but_style(a: &str, b: &str) -> bool {
    let plain = |text: &'_ str| {
        text.chars().filter(|letter| !matches!(letter, '-' | '_')).flat_map(char::to_lowercase).collect::<Vec<_>>()
    };
    let first =
        |text: &str| text.chars().find(|letter| !matches!(letter, '-' | '_')).map(|letter| letter.to_ascii_lowercase());
    // most differ in their first letter
    (first(a) == first(b) || !a.is_ascii()) && plain(a) == plain(b)
}

/// Insertions, deletions, replacements and swaps of neighbours that lead from `a` to `b`; above `most`, any number above it.
fn distance(a: &[char], b: &[char], most: usize) -> usize {
    if a.len().abs_diff(b.len()) > most {
        return most + 1;
    }
    let mut two_back: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (row, letter) in a.iter().enumerate() {
        let mut line = vec![row + 1];
        let mut diagonal = row;
        for (column, other) in b.iter().enumerate() {
            let above = last.get(column + 1).copied().unwrap_or(usize::MAX / 2);
            let left = line.last().copied().unwrap_or(usize::MAX / 2);
            let mut best = (diagonal + usize::from(letter != other)).min(above + 1).min(left + 1);
            if row > 0 && column > 0 && a.get(row - 1) == Some(other) && b.get(column - 1) == Some(letter) {
                best = best.min(two_back.get(column - 1).copied().unwrap_or(usize::MAX / 2) + 1);
            }
            line.push(best);
            diagonal = above;
        }
        // two rows back a swap may still have been cheaper by one
        if line.iter().min().is_some_and(|least| *least > most + 1) {
            return most + 1;
        }
        two_back = std::mem::replace(&mut last, line);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{did_you_mean, nearest};

    fn check(wanted: &str, candidates: &[&str], expected: &[&str]) {
        assert_eq!(nearest(wanted, candidates.iter().copied()), expected, "for {wanted}");
    }

    #[test]
    fn nearest_names() {
        check("lenght", &["length", "width", "light"], &["length", "light"]);
        check("cuont", &["mount", "count", "amount"], &["count"]);
        check("make-list", &["make_list", "make"], &["make_list"]);
        check("x", &["y", "i"], &[]);
        check("ab", &["abc", "b", "zz"], &["abc", "b"]);
        check("name", &["name"], &[]);
        check("aaaa", &["aaab", "aaac", "aaad", "aaae"], &["aaab", "aaac", "aaad"]);
        check("größe", &["grösse", "größer"], &["größer", "grösse"]);
        check("", &["a"], &[]);
    }

    #[test]
    fn wording() {
        assert_eq!(did_you_mean(&[]), None);
        assert_eq!(did_you_mean(&["a"]).as_deref(), Some("did you mean `a`?"));
        assert_eq!(did_you_mean(&["a", "b", "c"]).as_deref(), Some("did you mean `a`, `b` or `c`?"));
    }
}
