S :: struct {T}
    v: T
end
set :: {T}(s: Pointer{S{T}}, v: T)
    s.v = v
end
run :: ()
    s: S{u8}
    s.set(5)
    print("{}\n", s.v)
end
