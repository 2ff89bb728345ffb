// error-line: 18
// error-code: E0406
// error-line: 19
// error-code: E0406
// error-line: 20
// error-code: E0406
// error-line: 22
// error-code: E0406
// error-line: 23
// error-code: E0406
// What the run would find wrong with a constant pattern is an error at its place: behind escapes, between backquotes, in a constant, by name.

Regex :: #import "Regex"

GROUP :: "(a|b"

main :: ()
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
