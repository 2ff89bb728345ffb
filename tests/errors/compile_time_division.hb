// error-line: 5
// error-code: E0601
// error-mentions: division

HALF :: 1 / 0
main :: ()
    print("{}\n", HALF)
end
