B :: struct {T}
    v: T
end
add :: {T}(b: B{T}, x: T) -> B{T} => {b.v + x}
run :: ()
    print("{}\n", B{Int}{2}.add(3).add(4).v)
end
