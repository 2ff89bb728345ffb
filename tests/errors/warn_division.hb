// warning-line: 11
// warning-code: W0011
// warning-mentions: `// 2`
// warning-line: 12
// warning-code: W0011
// warning-mentions: `// count`

// A comment of nothing but a number or a variable's name, right behind an operand, was meant as a division.

half :: (n: Int, count: Int) -> Int
    whole := n // 2
    part := (n + 1) // count
    rest := n     // 2 of them are left
    text := "http://2".length
    table := Array{Int, 2}{
        3, // 1
        4, // 2
    }
    print("{}\n", rest) // 3
    return whole + part + count + text + table[0] /* 2 */
end

main :: ()
    print("{}\n", half(8, 2))
end
