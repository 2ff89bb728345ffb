P :: struct x: Int; y: Int end
run :: ()
    p := P{1, 2}
    print("{}\n", p.x + p.y)
end
