// error-line: 6
// error-code: E0106
// error-mentions: `for`

main :: ()
    for (i := 0; i < 10; i += 1)
        print("{}\n", i)
    end
end
