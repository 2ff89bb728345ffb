f :: {T}(x: T, y: T = T{}) -> T => x + y
run :: ()
    print("{} {}\n", f(5), f(0))
end
