run :: ()
    fs := Array{(x: Int) -> Int, _}{(x: Int) -> Int => x + 1, (x: Int) -> Int => x + 2}
    print("{} {}\n", fs[0](2), fs[1](2))
end
