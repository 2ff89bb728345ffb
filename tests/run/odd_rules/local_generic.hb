run :: ()
    id :: {T}(x: T) -> T => x
    print("{} {}\n", id(3), id("x"))
end
