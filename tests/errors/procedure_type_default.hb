// error-line: 5
// error-code: E0303
// error-mentions: `b` has a default here and no type | write `b: T`
Button :: struct
    pressed: (b := 8) -> Int
    n: Int
end
main :: ()
    button := Button{null, 3}
    print("{}\n", button.n)
end
