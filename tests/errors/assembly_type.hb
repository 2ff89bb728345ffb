// error-line: 6
// error-code: E0804
// error-mentions: `String`

main :: ()
    #asm("nop", "r", "text")
end
