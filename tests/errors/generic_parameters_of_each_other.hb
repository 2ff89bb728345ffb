// error-line: 5
// error-code: E0303
// error-mentions: `A` is a value

Pair :: struct {A: Pointer{A}, N: Int}
    x: i8
end

main :: ()
end
