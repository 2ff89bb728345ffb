Pair :: struct {A, B}
    a: A
    b: B
end
show :: {T}(_x: T) => print("{}\n", type_name(T))
run :: ()
    show(Pair{Int, String}{1, "x"})
end
