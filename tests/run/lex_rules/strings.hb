run :: ()
    print("tab\tq\"x\' back\\ \x41 \u{e9} \u{1F600}\n")
    s := "a\0\xff"
    print("{} {} {}\n", s.length, s[1], s[2])
    print(`raw \n "x" 'y'
second
`)
end
