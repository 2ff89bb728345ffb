// expect: 3 a(true)
// expect: 3 a(true)
// expect: 3 b(7)
// expect: 4 a(false)
// expect: 7

// In a generic body, and with several candidates, what an argument is comes from its parameter, whether it goes by position or by name.
Which :: union
    a: Bool
    b: Int
end
K: Which : .b(7)
show :: (n: Int, which: Which) -> Int
    print("{} {}\n", n, which)
    return n
end
show :: (n: Int, which: Which, more: Int) -> Int => show(n + more, which)
generic :: {T}(x: T) -> T
    lone(which = ifx size_of(T) == 1 => K else => .a(true) end, n = 3)
    lone(3, ifx size_of(T) == 1 => K else => .a(true) end)
    lone(3, which = match size_of(T)
    case 8 => K
    else => .a(true)
    end)
    return x
end
lone :: (n: Int, which: Which)
    print("{} {}\n", n, which)
end
main :: () -> Int
    n := generic(3)
    n.show(which = ifx n == 4 => K else => .a(false) end, more = 1)
    print("{}\n", generic_free(K))
    return 0
end
generic_free :: (which: Which) -> Int
    return match which
    case .a => 1
    case .b n => n
    end
end
