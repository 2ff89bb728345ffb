s: Slice{Int} = {1, 2}
run :: ()
    s[0] = 9
    print("{}\n", s)
end
