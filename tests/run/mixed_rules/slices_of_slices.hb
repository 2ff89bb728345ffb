run :: ()
    a: Slice{Slice{Int}} = {{1, 2}, {3}}
    print("{} {}\n", a[1][0], a)
end
