Fault :: enum #error
    NONE
    TOO_BIG
    BAD
end
Handle :: distinct Pointer{Void} #error
digits :: (s: String) -> (Int, Bool)
    n := 0
    for i in 0..<s.length
        if s[i] < '0' || s[i] > '9' return 0, false; end
        n = n * 10 + Int(s[i] - '0')
    end
    return n, s.length > 0
end
two :: (a: String, b: String) -> (Int, Bool)
    x := digits(a) or_return
    y := digits(b) or_return
    return x * y, true
end
check :: (n: Int) -> Fault => ifx n > 10 => .TOO_BIG else => .NONE end
pair :: (n: Int) -> (Int, Int, Fault)
    check(n) or_return
    return n, n + 2, .NONE
end
chain :: (n: Int) -> (Int, Fault)
    a, b := pair(n) or_return
    return a + b, .NONE
end
first :: (m: Maybe{Int}) -> Maybe{String}
    n := m or_return
    return ifx n > 3 => "big" else => none end
end
opened :: (ok: Bool) -> Handle
    return ifx ok => null else => Handle(Pointer{Void}(UInt(8))) end
end
side :: () -> Int
    print("side")
    return 1
end
leave :: (m: Maybe{Int}) -> Int
    n := m or_else block return -1 end
    return n
end
run :: ()
    n, ok := two("2", "3")
    print("{} {}\n", n, ifx (two("2", "x") or_else 0) == 0 => "fail" else => "?" end)
    if v := two("5", "2")
        print("{}\n", v)
    end
    v, e := chain(11)
    print("{} {}\n", v, enum_name(e))
    print("{} {}\n", leave(none), digits("7") or_else side())
    if a, b := pair(1)
        print("{} {}", a, b)
    end
    if a, b := pair(100)
        print("{} {}", a, b)
    else
        print(" | {}\n", 1)
    end
    total := 0
    for s in Array{String, _}{"2", "x", "3", ""}
        total += digits(s) or_continue
    end
    print("{}\n", total)
    print("{}\n", first(2) or_else "none")
    w, f := chain(5)
    print("{} {}\n", w, enum_name(f))
    opened(true) or_else panic("not reached")
    print("{}\n", ifx ok => n == 6 else => false end)
    k := 0
    while true
        k += 1
        outer_value := (ifx k < 3 => check(k) else => check(99) end)
        outer_value or_break
    end
    m: Maybe{Int} = k
    print("{} {}\n", k, m or_else unreachable())
end
