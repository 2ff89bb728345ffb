run :: ()
    s := make_slice{Int}(2)
    s[0], s[1] = 1, 2
    s = resize(s, 4)
    print("{}\n", s)
    delete(s)
end
