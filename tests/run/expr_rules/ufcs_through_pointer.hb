P :: struct
    v: Int
end
g :: (_p: Pointer{P}) -> String => "pointer"
g :: (_p: P) -> String => "value"
h :: (_p: P) -> String => "value"
run :: ()
    p := P{3}
    q := &p
    print("{} {}\n", q.g(), q.h())
end
