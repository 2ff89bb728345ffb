// error-line: 5
// error-code: E0602
// error-mentions: steps

FOREVER :: forever()
forever :: () -> Int
    n := 0
    while true
        n += 1
        if n < 0
            return n
        end
    end
end
main :: ()
    print("{}\n", FOREVER)
end
