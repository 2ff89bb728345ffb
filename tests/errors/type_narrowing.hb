// error-line: 7
// error-code: E0301
// error-mentions: `u8`

main :: ()
    big := 300
    b: u8 = big
    print("{}\n", b)
end
