run :: ()
    s := "abc"
    t := String{s.data, 3}
    u := "hello"
    i: u8 = 2
    print("{} {} {} {}\n", s.length, u[i], t, t[1..])
    e: String
    print("{} {}\n", e == "", e.length)
    c: CString = "four"
    n := 0
    while Pointer{u8}(c)[n] != 0 n += 1; end
    print("{} {}\n", n, "four".data[4] == 0)
    print("héllo:")
    for r, at in "héllo" print(" {}{}", r, at); end
    print("\n{} {}\n", ifx "a" < "b" => 1 else => 0 end, ifx "ab" < "abc" => 2 else => 0 end)
    r := "🎉a"
    print("{}{}\n", r[..<4], r[4..])
end
