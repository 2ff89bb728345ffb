sq :: {T}(x: T) -> T
    where is_integer(T)
    return x * x
end
run :: ()
    print("{}\n", sq(3))
end
