id :: {T}(x: T) -> T => x
run :: ()
    f := id{Int}
    print("{} {}\n", f(3), id{String}("x"))
end
