pick :: (_n: Int) -> String => "int"
pick :: (_s: String) -> String => "text"
len :: (_n: Int) -> Int => 3
len :: (s: String) -> Int => s.length
run :: (f: (n: Int) -> String, g: (n: Int) -> Int)
    print("{} {} ", f(1), g(2))
end
run2 :: {T}(f: (x: T) -> String, x: T) -> String => f(x)
run :: ()
    run(pick, len)
    f: (s: String) -> String = pick
    g: (s: String) -> Int = len
    print("{} {}\n", f("x"), g("four"))
    print("{}\n", run2(pick, "x"))
    table := Array{(n: Int) -> String, 1}{pick}
    print("{}\n", table[0](3))
end
