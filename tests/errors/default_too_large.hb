// error-line: 7
// error-code: E0601
// error-mentions: 8000000000 bytes
S :: struct
    a: Int = 7
end
table: Array{S, 1000000000}
main :: ()
    print("{}\n", table[3].a)
end
