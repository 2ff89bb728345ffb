// eval: no, GMP is foreign code
// expect: 265252859812191058636308480000000 70359079638545882374689246780656119576032161719910400000000000001
// expect: -12345678901234567890123 -1 2 true false
// expect: ff ffffffffffffffffffff -1010 none some(-7)
// expect: 354224848179261915075 true false 2
// expect: 1/2 -3/4 5 0.25 true
// expect: 1.4142135623730950488016887242096980785696718753769
// expect: 3.14159265358979323846 1e1000 0.1 true
// expect: inf NaN -0.001 2.5
// expect: 1267650600228229401496703205376 1 81 true
// expect: 0 0
// expect-status: 134

Big :: #import "Big"

Count :: struct
    blocks: Int
end

counting :: (mode: AllocatorMode, size: Int, alignment: Int, data: Pointer{Void},
             old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    count := Pointer{Count}(data)
    if mode == .ALLOCATE
        count.blocks += 1
    else if mode == .FREE
        count.blocks -= 1
    end
    return page_allocator(mode, size, alignment, null, old_size, old_memory, options)
end

integers :: ()
    f := Big.factorial(30)
    print("{} {}\n", f, f * f + 1)
    n := Big.parse_integer("-12345678901234567890123") or_else Big.integer(0)
    _, bad := Big.parse_integer("12x")
    print("{} {} {} {} {}\n", n, Big.integer(-7) % Big.integer(3), Big.integer(-7) %% Big.integer(3), n < f, bad)
    hex := Big.parse_integer("ffffffffffffffffffff", 16) or_else n
    print("{:x} {:x} {:b} {} {}\n", Big.integer(255), hex, Big.integer(-10), Big.to_int(hex), Big.to_int(Big.integer(-7)))
    print("{} {} {} {}\n", Big.fibonacci(100), Big.is_prime((Big.integer(1) << 127) - 1), Big.is_prime(f), Big.pow_mod(Big.integer(3), Big.integer(200), Big.integer(7)))
end

others :: ()
    third := Big.rational(1, 3)
    quarter := Big.rational(2, 8)
    print("{} {} {} {} {}\n", third + Big.rational(1, 6), Big.rational(3, -4), Big.rational(10, 2), Big.to_float(quarter), quarter < third)
    root := Big.sqrt(Big.float(2.0, precision = 200))
    shown := Big.to_text(root, 50)
    print("{}\n", shown)
    huge, _ := Big.parse_float("1e1000")
    tenth, _ := Big.parse_float("0.1", 100)
    print("{:.21} {:.2} {:.1} {}\n", Big.pi(100), huge, tenth, Big.to_float(tenth) == 0.1)
    zero := Big.float(0.0)
    print("{} {} {:.1} {:.2}\n", Big.float(1.0) / zero, zero / zero, Big.float(-0.001), Big.float(2.5))
end

main :: () -> Int
    integers()
    others()
    two := Big.integer(2)
    print("{} {} {} {}\n", Big.pow(two, 100), Big.gcd(Big.integer(27), Big.integer(10)), Big.sqrt(Big.integer(6600)), Big.abs(-two) == two)
    count: Count
    with context{allocator = counting, allocator_data = &count}
        a := Big.factorial(500)
        b := a * a
        c := Big.float(3.0, 1000)
        d := Big.exp(c)
        destroyed := b / a
        print("{} ", ifx destroyed == a => 0 else => 1 end)
        Big.destroy(&a)
        Big.destroy(&b)
        Big.destroy(&c)
        Big.destroy(&d)
        Big.destroy(&destroyed)
    end
    print("{}\n", count.blocks)
    print("{}\n", Big.integer(1) / Big.integer(0))
    return 0
end
