// eval: no, PCRE2 is foreign code
// expect: (a|b)*c: it takes too long
// expect: (a+)+$: too many steps
// expect: (.*)*=x: too many steps
// expect: (a|aa)+$: too many steps
// expect: .*.*.*=x: ok
// expect: .*.*=x: it takes too long
// expect: [^=]*[^!]*=x: it takes too long
// expect: (?:[ab]|bc)*d: ok
// expect: \Gx|(?:[ab]|bc)*d: ok
// expect: é(?:[ab]|bc)*!: ok 3
// expect: quick: true

// Patterns that try much at each of many places, or everything at one, end within seconds, with the limits that nobody has set.

Regex :: #import "Regex"
Strings :: #import "Strings"
Time :: #import "Time"

try :: (pattern: String, text: String)
    r, _ := Regex.compile(pattern)
    defer r.destroy()
    _, error := r.search(text)
    print("{}: {}\n", pattern, error)
end

main :: ()
    start := Time.processor_time()
    many := Strings.concat(Strings.repeat("ab", 500_000), "xcd")
    try("(a|b)*c", many[..<1_000_000])
    one := Strings.concat(Strings.repeat("a", 30_000), "!x")
    try("(a+)+$", one)
    try("(.*)*=x", one)
    try("(a|aa)+$", one)
    // what PCRE2 knows at one place about the next ones is not lost
    try(".*.*.*=x", one[one.length - 3000..])
    // steps that read the whole text
    try(".*.*=x", many)
    try("[^=]*[^!]*=x", many)
    // long ones that are harmless
    long := Strings.concat(Strings.repeat("abc", 20_000), "ée")
    try("(?:[ab]|bc)*d", long)
    try(`\Gx|(?:[ab]|bc)*d`, long[..<9000])
    r, _ := Regex.compile("é(?:[ab]|bc)*!")
    accents := Strings.concat(Strings.repeat("é", 20_000), "éab!éabcab!ééb!")
    found := r.find_all(accents)
    print("é(?:[ab]|bc)*!: ok {}\n", found.length)
    found.destroy()
    r.destroy()
    print("quick: {}\n", Time.seconds(Time.processor_time() - start) < 60.0)
end
