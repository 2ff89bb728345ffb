// eval: no, PCRE2 is foreign code
// expect: missing terminating ] for character class at position 3
// expect: number too big in {} quantifier at position 7
// expect: subpattern name must start with a non-digit at position 3
// expect: \ at end of pattern at position 1
// expect: reference to non-existent subpattern at position 4
// expect: (*VERB) not recognized or malformed at position 5
// expect: missing ) after (?# comment at position 4
// expect: UTF-8 error: 1 byte missing at end at position 1
// expect: parentheses are too deeply nested at position 251
// expect: missing closing parenthesis at position 1245
// expect: none, too many steps
// expect: none, too many steps
// expect: none, too many steps
// expect: none, ok
// expect: none, too many steps
// expect: none, too many steps
// expect: 0 6000, ok
// expect: 1 2, ok
// expect: none, ok
// expect: none, ok
// expect: 1 3, ok
// expect: 0 0, ok
// expect: 3 3, ok
// expect: 0 3, ok
// expect: 0 0, ok
// expect: none none some()

// Patterns and texts of somebody who means no good: each ends with a message, none takes long.

Regex :: #import "Regex"
#import "Strings"

refused :: (pattern: String)
    _, error := Regex.compile(pattern)
    print("{}\n", error)
end

tried :: (pattern: String, text: String, limit: Int = 100_000)
    r, error := Regex.compile(pattern, limit = limit)
    if error != .ok
        print("{}\n", error)
        return
    end
    defer r.destroy()
    found, why := r.search(text)
    if m := found
        print("{} {}, ", m.start_of(), m.end_of())
    else
        print("none, ")
    end
    print("{}\n", why)
end

main :: () -> Int
    refused("[a-")
    refused("a{99999}")
    refused("(?<1x>a)")
    refused("\\")
    refused("(?P>none)")
    refused("(*FOO)")
    refused("x(?#")
    refused(concat("a", "\xc3"))
    refused(repeat("(", 2000))
    refused(repeat("(?:a|", 249))
    many := repeat("a", 5000)
    tried("(a+)+b?$", concat(many, "c"))
    tried("(a|aa)+$", concat(repeat("a", 200), "b"))
    tried("(?:a?){30}a{30}", repeat("a", 30), limit = 100)
    tried("(.*)*x", repeat("ab", 1000))
    tried("^(?:(?:a|b)|(?:c|d))*$", repeat("abcd", 50_000))
    tried("(?R)?a", "aaaa")
    tried("^(\\((?:[^()]|(?1))*\\))$", concat(repeat("(", 3000), repeat(")", 3000)))
    tried("a\\Kb", "ab")
    tried("\\xff", "\xff")
    tried(".", "\xff\xfe")
    tried("é", "\xc3\xc3\xa9")
    tried("", "")
    tried("\\z", "abc")
    tried("a\\x00b", "a\x00b")
    nothing: String
    tried("^$", nothing)
    any, _ := Regex.compile(".*")
    print("{} {} {}\n", any.find("abc", 4), any.find("abc", -1), any.find("abc", 3))
    return 0
end
