run :: ()
    f()
    print("|\n")
end
f :: ()
    defer print("a ")
    defer print("b ")
    print("body ")
end
