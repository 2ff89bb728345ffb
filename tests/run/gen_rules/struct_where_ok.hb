Small :: struct {T} where size_of(T) <= 8
    x: T
end
run :: ()
    s := Small{Int}{3}
    print("{}\n", s.x)
end
