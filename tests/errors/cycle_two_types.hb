// error-line: 5
// error-code: E0305
// error-mentions: `A`

A :: struct
    b: B
end
B :: struct
    items: Array{A, 2}
end
main :: ()
    a: A
    print("{}\n", size_of(A))
end
