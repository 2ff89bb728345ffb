// error-line: 9
// error-code: E0302
// error-mentions: `256`
// error-line: 10
// error-code: E0302
// error-mentions: `-129`

main :: ()
    b: u8 = 256
    i: i8 = -129
    print("{} {}\n", b, i)
end
