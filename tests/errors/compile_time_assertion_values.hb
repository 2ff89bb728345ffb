// error-line: 7
// error-code: E0604
// error-mentions: they agree

size :: () -> Int => 5
LIMIT :: 7
#assert(size() == LIMIT, "they agree")

main :: ()
    print("{}\n", LIMIT)
end
