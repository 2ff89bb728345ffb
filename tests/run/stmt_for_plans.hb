// expect: 1515
// expect: -128 -127 126 127 
// expect: once 5
// expect: 0 1 2 3 
// expect: 10:0 11:1 12:2 
// expect: 10 11 12 
// expect: a@0 é@1 €@3 😀@6 z@10 
// expect: 0=10 1=20 2=7 
// expect: 10 20 8 1
// expect: abcde
// expect: 1 3 5 7 
// expect: 66

main :: () -> Int
    n := 0
    for i in u8(250)..=255
        n += Int(i)
    end
    print("{}\n", n)
    for i in i8(-128)..<i8(-126)
        print("{} ", i)
    end
    for i in i8(126)..=i8(127)
        print("{} ", i)
    end
    print("\n")
    for i in 5..<2
        print("never {}\n", i)
    end
    for i in 5..=4
        print("never {}\n", i)
    end
    for i in 5..=5
        print("once {}\n", i)
    end
    end_ := 4
    for i in 0..<end_
        end_ = 2
        print("{} ", i)
    end
    print("\n")
    for i, k in 10..<13
        print("{}:{} ", i, k)
    end
    print("\n")
    for i in 0..<3
        i += 10
        print("{} ", i)
    end
    print("\n")
    for x, i in "aé€😀z"
        print("{}@{} ", x, i)
    end
    print("\n")
    a := Array{Int, 3}{1, 2, 3}
    for &x in a
        x *= 10
    end
    for x, i in a
        a[2] = 7
        print("{}={} ", i, x)
    end
    print("\n")
    s := a[1..]
    for &x, i in s
        x += i
        s = a[..<1]
    end
    print("{} {} {} {}\n", a[0], a[1], a[2], s.length)
    for c in 'a'..='e'
        print("{}", c)
    end
    print("\n")
    i := 0
    while i < 10
        i += 1
        if i % 2 == 0
            continue
        end
        if i > 7
            break
        end
        print("{} ", i)
    end
    print("\n")
    total := 0
    for j in 0..<3
        for k in 0..<3
            if k == j
                continue
            end
            total += j * 10 + k
        end
    end
    print("{}\n", total)
    return 0
end
