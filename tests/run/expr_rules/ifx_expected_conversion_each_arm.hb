run :: ()
    c := true
    x: i32 = 1
    y := 2
    a: Int = ifx c => x else => y end
    b: Int = ifx !c => x else => y end
    print("{} {}\n", a, b)
end
