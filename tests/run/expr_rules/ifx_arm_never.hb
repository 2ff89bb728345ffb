run :: ()
    c := true
    a := ifx c => 4 else => panic("x") end
    print("{}\n", a)
end
