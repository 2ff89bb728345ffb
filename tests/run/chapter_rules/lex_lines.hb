Pair :: struct { A }
    x: A; y: A
end

sum :: {T}(a: T, b: T) -> T
    where is_integer(T)
    return a +
        b
end

nothing :: () end

call :: (a: Int, f: (n: Int) -> Int, b: Int) -> Int => a + f(b)

run :: ()
    nothing(); nothing()
    print("{}\n", sum(2,
        4,
    ))
    p := Pair{Int}{
        7
        , 9,
    }
    print("{} {}\n", p
        .x, p.y)
    // a block in brackets: newlines end statements again
    r := call(1, (n: Int) -> Int
        m := n
        m += 1
        return m
    end, 10)
    print("{}\n", r)
    print("{}\n", block
        n := 2
        if n == 2
            => "two"
        end
        => "other"
    end)
    i, j := 0, 0
    while i < 3 i += 1; j += 1; end
    print("{} {}\n", i, j)
    total := (ifx i > 2
        => 10
    else
        => 20
    end
        + 4)
    print("{}\n", total)
    word :=
        match i
        case 0 => "zero"
        else => "small"
        end
    print("{}\n", word)
    print("{}|{}\n", "a", "b");
    a := Array{Int, _}{
        1,
        2,
        3
    }
    print("{} {} {}\n", a[0], a[
        1
    ], a[2])
end
