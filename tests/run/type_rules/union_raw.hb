U :: union #raw
    f: f32
    i: u32
end
run :: ()
    u: U
    u.f = 1
    print("{} {} {}\n", u.i, size_of(U), u.f)
end
