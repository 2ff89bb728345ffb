p :: (s: String) => print("{} ", s)
r :: (n: Int) -> Int => return n
l :: (c: Bool) -> Int => ifx c => 3 else => 4 end
run :: ()
    p("x")
    p("y")
    print("{}\n", r(l(true)))
end
