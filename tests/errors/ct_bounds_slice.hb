// error-line: 11
// error-code: E0601
// error-mentions: index 3 is out of range for length 3
sum :: (xs: Slice{Int}) -> Int
    total := 0
    for i in 0..=xs.length
        total += xs[i]
    end
    return total
end
V :: #run sum({1, 2, 3})
main :: () => print("{}\n", V)
