P :: struct
    v: Int
end
g :: (_p: Pointer{P}) -> String => "pointer"
g :: (_p: P) -> String => "value"
run :: ()
    p := P{3}
    print("{}\n", p.g())
end
