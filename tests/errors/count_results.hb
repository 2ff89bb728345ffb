// error-line: 9
// error-code: E0304
// error-mentions: 2 results

pair :: () -> (Int, Int)
    return 1, 2
end
main :: ()
    a, b, c := pair()
    print("{} {} {}\n", a, b, c)
end
