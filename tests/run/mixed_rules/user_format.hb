V :: struct
    x, y: Int
end
P2 :: struct
    p: V
end
format :: (out: Pointer{Writer}, v: Pointer{V}, _spec: Format_Spec) => print_to(out, "<{},{}>", v.x, v.y)
run :: ()
    a: Any = V{7, 8}
    print("{} {} {} {}\n", V{3, 4}, Array{V, 1}{{1, 2}}, P2{{5, 6}}, a)
end
