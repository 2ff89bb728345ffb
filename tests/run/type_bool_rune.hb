// expect: true false false true
// expect: a z 7 true
// expect: 128512 😀 true
// expect: 1 2 3 4
// expect: ABC xyz
// expect: false true
// expect: 1 2 4
// expect: 55296 of 1 is invalid
// expect: c b a
// expect: left

called: Int

yes :: (n: Int) -> Bool
    called = called * 10 + n
    return true
end

no :: (n: Int) -> Bool
    called = called * 10 + n
    return false
end

upper :: (r: Rune) -> Rune
    if r >= 'a' && r <= 'z'
        return Rune(u32(r) - 32)
    end
    return r
end

width :: (r: Rune) -> Int
    n := u32(r)
    return ifx n < 0x80 => 1 else if n < 0x800 => 2 else if n < 0x10000 => 3 else => 4 end
end

main :: () -> Int
    a, b := true, false
    print("{} {} {} {}\n", a != b, a == b, a && b, a || b)
    r := 'a'
    print("{} {} {} {}\n", r, Rune(u32(r) + 25), u32('7') - 48 + 0, '0' < '9')
    face := '\u{1F600}'
    print("{} {} {}\n", u32(face), face, face == '😀')
    print("{} {} {} {}\n", width('a'), width('é'), width('€'), width(face))
    for c in "abc"
        print("{}", upper(c))
    end
    print(" ")
    for c in 'x'..='z'
        print("{}", c)
    end
    print("\n")
    print("{} {}\n", no(1) && yes(2), yes(3) || no(4))
    flag: Bool
    n := 0
    while !flag
        n = ifx n == 0 => 1 else => n * 2 end
        print("{}{}", ifx n > 1 => " " else => "" end, n)
        flag = n >= 4
    end
    print("\n")
    print("{} of {} is invalid\n", 0xd800, called - 12)
    text := "abc"
    i := text.length - 1
    while i >= 0
        print("{}{}", Rune(text[i]), ifx i > 0 => " " else => "\n" end)
        i -= 1
    end
    if no(5) != yes(6) && (yes(7) == true)
        print("left\n")
    end
    return 0
end
