// error-line: 8
// error-code: E0308
// error-mentions: `u64`

main :: ()
    a: i32 = 1
    b: u64 = 2
    print("{}\n", a + b)
end
