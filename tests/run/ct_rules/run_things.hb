fact :: (n: Int) -> Int => ifx n < 2 => 1 else => n * fact(n - 1) end
F :: #run fact(5)
SQ :: #run squares()
squares :: () -> Array{Int, 3}
    a: Array{Int, 3}
    for &x, i in a
        x = (i + 1) * (i + 1)
    end
    return a
end
run :: ()
    print("{} {} {}\n", F, SQ, #run fact(3))
end
