f :: {T}(x: T) -> T
    y: T = 3
    return x + y
end
run :: ()
    a: u8 = 1
    print("{} {}\n", f(a), f(1.5))
end
