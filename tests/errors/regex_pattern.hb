// error-line: 27
// error-code: E0406
// error-line: 28
// error-code: E0406
// error-line: 29
// error-code: E0406
// error-line: 30
// error-code: E0406
// error-line: 32
// error-code: E0406
// error-line: 33
// error-code: E0406
// What the run would find wrong with a constant pattern is an error at its place: behind escapes, between backquotes, in a constant, by name.

Regex :: #import "Regex"

GROUP :: "(a|b"

// A procedure of one's own.
has_word :: (text: String, pattern: String) -> Bool #regex
    r, _ := Regex.compile(pattern)
    defer r.destroy()
    return r.matches(text)
end

main :: ()
    print("{}\n", "text".has_word("*"))
    a, _ := Regex.compile("\\d\u{20ac}(")
    b, _ := Regex.compile(`[z-a]`, Regex.Option.IGNORE_CASE | Regex.Option.EXTENDED)
    c, _ := Regex.compile(limit = 4, pattern = GROUP)
    d, _ := Regex.compile("ok # a (comment\n", .EXTENDED)
    e, _ := Regex.compile("ok # a (comment\n")
    f, _ := Regex.compile("a\xff")
    unknown := "("
    g, _ := Regex.compile(unknown)
    for r in Array{Regex.Regex, 7}{a, b, c, d, e, f, g}
        copy := r
        copy.destroy()
    end
end
