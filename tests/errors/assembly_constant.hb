// error-line: 7
// error-code: E0603
// error-mentions: constants

main :: ()
    text := "nop"
    #asm(text, "")
end
