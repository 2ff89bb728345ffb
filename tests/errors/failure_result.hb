// error-line: 7
// error-code: E0506
// error-mentions: `Int`

parse :: (_s: String) -> Maybe{Int} => 3
total :: (s: String) -> Int
    n := parse(s) or_return
    return n + 1
end
main :: ()
    print("{}\n", total("3"))
end
