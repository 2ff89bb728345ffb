run :: ()
    n := 0
    last: u8 = 0
    for b in u8(0)..=255
        n += 1
        last = b
    end
    print("{} {}\n", n, last)
    n = 0
    low, high: i8 = -128, 127
    first: i8 = 0
    for b in low..=high
        if n == 0 first = b; end
        n += 1
    end
    print("{} {} {}\n", n, first, high)
    print("3:")
    for b in reverse(i8(125)..=high) print(" {}", b); end
    print("\n2:")
    for b in u8(254)..=255 print(" {}", b); end
    print("\n")
    n = 0
    for i in 5..<5 n += i; end
    m := 0
    for i in 5..=4 m += i; end
    k := 0
    for i in 5..=5 k += i - 4; end
    print("{} {} {}\n", n, m, k)
    top := 9223372036854775805
    bound := 9223372036854775807
    seen := 0
    for i in top..=bound seen = i; end
    print("{} {}\n", top, seen)
    n = 0
    for i in u16(0)..=65535
        n += 1
        if n > 70000 break; end
        _ = i
    end
    print("{}\n", n)
    n = 0
    f, l: Rune
    for r in 'a'..='z'
        if n == 0 f = r; end
        l = r
        n += 1
    end
    print("{} {} {}\n", f, l, n)
end
