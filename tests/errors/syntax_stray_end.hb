// error-line: 7
// error-code: E0104
// error-mentions: closes nothing

main :: ()
    print("a\n")
    end
end
