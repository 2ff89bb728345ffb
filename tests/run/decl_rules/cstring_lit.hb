run :: ()
    c: CString = "abc"
    print("{}\n", c)
end
