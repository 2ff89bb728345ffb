// error-line: 9
// error-code: E0503
// error-token: outter
// error-mentions: did you mean `outer`?

main :: () -> Int
    outer: for i in 0..<3
        for j in 0..<3
            if i == j break outter; end
        end
    end
    return 0
end
