// error-line: 8
// error-code: E0503
// error-mentions: `outter`

main :: ()
    outer: for i in 0..<3
        print("{}\n", i)
        break outter
    end
end
