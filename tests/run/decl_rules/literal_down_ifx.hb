run :: ()
    c := true
    x: u8 = ifx c => 200 else => 100 end
    y: i16 = (1 + 2) * 3
    print("{} {}\n", x, type_of(y))
end
