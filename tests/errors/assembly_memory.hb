// error-line: 7
// error-code: E0804
// error-mentions: `*m`

main :: ()
    x := 3
    #asm("incq $0", "*m", &x)
    print("{}\n", x)
end
