run :: ()
    x := 1
    block
        defer print("{}\n", x)
        x = 2
    end
end
