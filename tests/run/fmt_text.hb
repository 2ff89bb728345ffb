// expect: [hello] [hello   ] [   hello] [ hello  ] [..hello]
// expect: [hel] [hel  ] [  hel] [hello]
// expect: "a\"b\n\t\\\0\x1b" 'x' '\'' '\n' "é😀"
// expect: [é] [é  ] [  é] [-é-]
// expect: [grün  ] [  日本]
// expect: [true] [true ] [false] [ true]
// expect: null [null] [  null] [null  ]
// expect: from c [from c  ] "from c"
// expect: {} {{ }} {1}
// expect: "\xff\xc3" "tab\there" "it's" '"'
// expect: [] [    ] []
// expect: a-b-a

// Strings, runes, Bool and pointers under specifications: widths count runes.

main :: () -> Int
    text := "hello"
    print("[{}] [{:8}] [{:>8}] [{:^8}] [{:.>7}]\n", text, text, text, text, text)
    print("[{:.3}] [{:5.3}] [{:>5.3}] [{:.9}]\n", text, text, text, text)
    print("{:?} {:?} {:?} {:?} {:?}\n", "a\"b\n\t\\\0\x1b", 'x', '\'', '\n', "é😀")
    print("[{}] [{:3}] [{:>3}] [{:-^3}]\n", 'é', 'é', 'é', 'é')
    print("[{:6}] [{:>4}]\n", "grün", "日本")
    print("[{}] [{:5}] [{:<5}] [{:>5}]\n", true, true, false, 1 < 2)
    p: Pointer{Int} = null
    print("{} [{}] [{:6}] [{:<6}]\n", p, p, p, p)
    c: CString = "from c"
    print("{} [{:8}] {:?}\n", c, c, c)
    print("{{}} {{{{ }}}} {{1}}\n")
    print("{:?} {:?} {:?} {:?}\n", "\xff\xc3", "tab\there", "it's", '"')
    print("[{}] [{:4}] [{:.0}]\n", "", "", "abc")
    print("{0}-{1}-{0}\n", "a", 'b')
    return 0
end
