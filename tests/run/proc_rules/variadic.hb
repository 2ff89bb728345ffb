sum_ :: (xs: ..Int) -> Int
    t := 0
    for x in xs
        t += x
    end
    return t
end
tag :: (n: Int, xs: ..String, sep: String = ",") -> String => format("{}:{}", n, xs.length + sep.length - 1)
run :: ()
    a := Array{Int, _}{1, 2, 3}
    print("{} {} {} {} {} {}\n", sum_(), sum_(1), sum_(1, 2, 3), sum_(..a), tag(3), tag(3, "a", "b", sep = ";"))
end
