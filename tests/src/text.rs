//! Comparing texts, and showing how they differ.

/// Four blanks before each line.
pub fn indent(text: &str) -> String {
    text.lines().map(|line| format!("    {line}\n")).collect()
}

/// An error that shows the first line in which two texts differ, unless they are equal.
pub fn compare(what: &str, expected: &str, found: &str) -> Result<(), String> {
    if expected == found {
        return Ok(());
    }
    let line = expected.lines().zip(found.lines()).take_while(|(a, b)| a == b).count();
    let show = |text: &str| text.lines().nth(line).map_or("(nothing)".to_owned(), |line| format!("{line:?}"));
    Err(format!("{what}, line {}:\nexpected {}\nfound    {}", line + 1, show(expected), show(found)))
}

/// Whether a line is as expected, where `[..]` stands for anything.
pub fn matches(pattern: &str, line: &str) -> bool {
    let mut parts = pattern.split("[..]");
    let Some(mut rest) = line.strip_prefix(parts.next().unwrap_or("")) else { return false };
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else { return rest.is_empty() };
    for part in middle {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::{compare, matches};

    #[test]
    fn wildcards() {
        assert!(matches("a[..]c", "abc") && matches("a", "a") && matches("[..]", "x") && matches("a[..]b[..]", "a1b2"));
        assert!(!matches("a[..]c", "abd") && !matches("a", "ab") && !matches("ab[..]ab", "ab"));
    }

    #[test]
    fn the_first_difference_is_shown() {
        assert!(compare("x", "a\nb\n", "a\nb\n").is_ok());
        assert_eq!(compare("x", "a\nb\n", "a\nc\n").unwrap_err(), "x, line 2:\nexpected \"b\"\nfound    \"c\"");
        assert!(compare("x", "a\n", "a").is_err());
    }
}
