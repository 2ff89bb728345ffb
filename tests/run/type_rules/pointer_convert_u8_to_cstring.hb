run :: ()
    a := Array{u8, 3}{'h', 'i', 0}
    c: CString = a.data
    print("{}\n", c)
end
