+ :: #operator (a: Int, b: String) -> Int => a + b.length
+ :: #operator (_a: Rune, _b: Rune) -> String => "ab"
run :: ()
    a := 'a'
    print("{} {}\n", 1 + "xx", a + 'b')
end
