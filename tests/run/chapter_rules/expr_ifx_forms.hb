kind :: (n: Int) -> String
    return ifx n < 10 => "small" else if n < 100 => "middle" else => "big" end
end
index_of :: (s: Slice{Int}, x: Int) -> Int
    for e, i in s
        v := ifx e == x
            print("found ")
            return i
        else
            => -1
        end
        if v > 0 return 100; end
    end
    return -1
end
run :: ()
    byte: u8 = ifx kind(5) == "small" => 200 else => 3 end
    print("{} {}\n", kind(1), byte)
    m: Maybe{Int} = ifx byte > 3 => 3 else => none end
    n: Maybe{Int} = ifx byte < 3 => 3 else => none end
    print("{} {}\n", m.some, ifx n == none => "none" else => "some" end)
    x := block
        a := 3
        b := block
            => a + 1
        end
        => a + b
    end
    print("{}\n", x)
    // `=>` belongs to the innermost that stands as an expression
    y := block
        if x == 7
            match x
            case 7 => => 5
            else => print("never")
            end
        end
        for i in 0..<3
            if i == 1
                => i
            end
        end
        => 0
    end
    print("{}\n", y)
    print("{}\n", index_of({4, 5, 6}, 6))
    print("{}\n", index_of({4, 5, 6}, 9))
    i := 0
    r := while_value(&i)
    print("{} {}\n", r, i)
    f: Float = ifx i == 2 => 1.5 else => 2 end
    g: f32 = match i case 2 => 6 else => 0.5 end
    print("{} {}\n", Int(f * 10.0), Int(g))
end
while_value :: (i: Pointer{Int}) -> Int
    return block
        while true
            i@ += 1
            if i@ == 2
                => 1
            end
        end
        => 9
    end
end
