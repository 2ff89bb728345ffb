// error-line: 18
// error-code: E0301
// error-token: "three"
// error-line: 18
// error-code: E0301
// error-token: x
// error-line: 19
// error-code: E0701
// error-line: 19
// error-code: E0201
// error-token: missing
// Elements that contradict each other are reported where they stand; what says nothing leaves the parameter open.
least :: {T}(xs: Slice{T}) -> T => xs[0]
row :: {T, N: Int}(xs: Array{T, N}) -> T => xs[0]

main :: ()
    a, b, x := i32(1), u8(2), f32(3)
    print("{} {}\n", least({a, 2, "three"}), row({b, x}))
    print("{} {}\n", least({null}), row({missing, 2}))
end
