// error-line: 11
// error-code: E0501
// error-mentions: return

sign :: (n: Int) -> Int
    if n > 0
        return 1
    else if n < 0
        return -1
    end
end
main :: ()
    print("{}\n", sign(3))
end
