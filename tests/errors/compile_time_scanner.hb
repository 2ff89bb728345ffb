// error-line: 23
// error-mentions: `a*` for `1` fits the empty text
// error-line: 24
// error-mentions: `if` for `2` never wins
// error-line: 25
// error-mentions: byte 2: a `(` without its `)`
// error-line: 26
// error-mentions: byte 1: a `)` without its `(`
// error-line: 27
// error-mentions: the wrong way round
// error-line: 28
// error-mentions: a number of times
// error-line: 29
// error-mentions: nothing that `*` could repeat
// error-line: 30
// error-mentions: `\q` has no meaning
// error-line: 31
// error-mentions: only ASCII is possible
// error-line: 32
// error-mentions: it has no rules

Scanner :: #import "Scanner"
EMPTY :: #run Scanner.build{Int}({{1, "a*"}})
HIDDEN :: #run Scanner.build{Int}({{1, "[a-z]+"}, {2, "if"}})
OPENED :: #run Scanner.build{Int}({{1, "(a"}})
CLOSED :: #run Scanner.build{Int}({{1, "a)"}})
RANGE :: #run Scanner.build{Int}({{1, "[z-a]"}})
COUNT :: #run Scanner.build{Int}({{1, "a{3,1}"}})
REPEAT :: #run Scanner.build{Int}({{1, "*a"}})
ESCAPE :: #run Scanner.build{Int}({{1, "\\q"}})
ASCII :: #run Scanner.build{Int}({{1, "[é]"}})
NONE :: #run Scanner.build{Int}({})
main :: ()
    n := EMPTY.width + HIDDEN.width + OPENED.width + CLOSED.width + RANGE.width + COUNT.width + REPEAT.width + ESCAPE.width + ASCII.width + NONE.width
    print("{}\n", n)
end
