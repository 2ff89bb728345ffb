P :: struct
    x, y: Int
    pad: Array{Int, 20}
end
swap_ :: (p: P) -> P => P{x = p.y, y = p.x}
run :: ()
    p := P{x = 1, y = 2}
    p = swap_(p)
    print("{} {}\n", p.x, p.y)
end
