// error-line: 5
// error-code: E0802
// error-mentions: struct

P :: struct #inline
    x: Int
end
main :: ()
    p: P
    print("{}\n", p)
end
