run :: ()
    outer: for i in 0..<3
        for j in 0..<3
            if j == 2 continue outer; end
            if i == 1 && j == 1 break outer; end
            print("{},{} ", i, j)
        end
    end
    print("out\n")
    skip: block
        print("a ")
        if true
            break skip
        end
        print("b ")
    end
    print("c\n")
    n := 0
    loop: while true
        match n
        case 2 => break loop
        else => n += 1
        end
    end
    print("{}\n", n)
    found: block
        for i in 0..<9
            if i * i == 9
                n = i
                break found
            end
        end
        n = -1
    end
    print("{}\n", n)
    out: block
        defer print("d0\n")
        defer print("d1 ")
        for i in 0..<2
            break out
        end
    end
    chosen: match n
    case 3
        for k in 1..=4
            if k == 2 continue; end
            if k == 4 break chosen; end
            print("x{} ", k)
        end
        print("never")
    else
    end
    print("done\n")
end
