// error-line: 7
// error-code: E0308
// error-mentions: there is no operator `&` for `Simd{f32, 4}` and `f32`
main :: ()
    v := Simd{f32, 4}{1, 2, 3, 4}
    x: f32 = 2
    w := v & x
    print("{}\n", w)
end
