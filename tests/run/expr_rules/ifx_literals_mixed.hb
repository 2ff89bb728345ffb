run :: ()
    c := true
    a := ifx c => 1 else => 2 end
    print("{} |\n", type_of(a))
end
