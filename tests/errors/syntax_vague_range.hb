// error-line: 6
// error-code: E0106
// error-mentions: `..`

main :: ()
    for i in 0..10
        print("{}\n", i)
    end
end
