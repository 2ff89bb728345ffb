// expect: ell ell lo
// expect: 3 2 1 0
// expect: 7

// Strings and slices made of their parts; runes as indices; several indices into a slice.

[] :: #operator (cells: Slice{Int}, row: Int, column: Int) -> Int => cells[row * 3 + column]

main :: ()
    text := "hello"
    named := String{data = &text.data[1], length = 3}
    placed := String{&text.data[1], 3}
    bytes := Slice{u8}{data = &text.data[3], length = 2}
    print("{} {} {}\n", named, placed, String{bytes.data, bytes.length})
    counts: Array{Int, 128}
    for i in 0..<text.length
        counts[text[i]] += 1
    end
    counts['l'] += 1
    print("{} {} {} {}\n", counts['l'], counts['h'] * 2, counts['o'], counts['z'])
    numbers := Array{Int, _}{0, 1, 2, 3, 4, 5, 6, 7, 8}
    print("{}\n", numbers[..][2, 1])
end
