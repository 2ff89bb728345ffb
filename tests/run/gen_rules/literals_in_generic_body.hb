f :: {T}(x: T) -> T => x * 2 + 1
run :: ()
    print("{} {}\n", f(3), f(1.25))
end
