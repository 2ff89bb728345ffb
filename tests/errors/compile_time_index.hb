// error-line: 5
// error-code: E0601
// error-mentions: index 5

TABLE :: table(5)
table :: (n: Int) -> Int
    a: Array{Int, 3}
    return a[n]
end
main :: ()
    print("{}\n", TABLE)
end
