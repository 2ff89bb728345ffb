// error-line: 10
// error-code: E0207
// error-mentions: `GREY`

Color :: enum
    RED
    GREEN
end
main :: ()
    c := Color.GREY
    print("{}\n", c)
end
