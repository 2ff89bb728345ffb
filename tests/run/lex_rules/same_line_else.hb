run :: ()
    x := 2
    if x == 1 print("a\n") else if x == 2 print("b\n") else print("z\n") end
    if x == 1 print("a\n"); else print("c\n"); end
    if x == 1
        print("a\n") else print("d\n") end
end
