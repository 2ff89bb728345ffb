P :: struct
    x, y: Int
end
run :: ()
    p := P{
        x = 1,
        y = 2,
    }
    print("{}\n", p)
end
