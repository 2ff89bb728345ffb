run :: ()
    n: u8 = 3
    c := true
    a := ifx c => n else => 1 end
    b := ifx c => 1 else => n end
    print("{} {}\n", a, type_of(b))
end
