// expect: a
// expect: b
// expect: 0 c
// expect: 1 d
// expect: 2
// expect: b
// expect: 6
// expect: 43
// expect: 32
// expect: 3
// expect: 2 3
// expect: ["x", "y", "z"] 7
// expect: both
// expect: 9

// the receiver of a call may be what another call gives: it gets a hidden variable when the procedure wants a pointer

Strings :: #import "Strings"
Counter :: struct
    n: Int
end
bump :: (c: Pointer{Counter}) -> Int
    c.n += 1
    return c.n
end
make :: (n: Int) -> Counter => Counter{n}
Box :: struct
    c: Counter
end
box :: () -> Box => Box{Counter{40}}
numbers :: () -> Array{Int, 3} => {1, 2, 3}
last_of :: (a: Pointer{Array{Int, 3}}) -> Pointer{Int} => &a@[2]
tail :: (n: Int) -> Int
    if n == 0
        return 7
    end
    return #tail tail(n - 1)
end
main :: ()
    for part in Strings.split_list("a,b", ",").items()
        print("{}\n", part)
    end
    for part, i in Strings.split_list("c,d", ",")
        print("{} {}\n", i, part)
    end
    print("{}\n", Strings.split_list("a,b", ",").length)
    print("{}\n", Strings.split_list("a,b", ",")[1])
    total := 0
    for i in 0..<3
        total += make(i).bump()
    end
    print("{}\n", total)
    print("{}\n", box().c.bump() + Counter{1}.bump())
    p, q := make(10), make(20)
    print("{}\n", bump(&p) + q.bump())
    print("{}\n", numbers().last_of()@)
    a, b := make(1).bump(), make(2).bump()
    print("{} {}\n", a, b)
    words := Strings.split_list("x y z", " ").items()
    print("{} {}\n", words, tail(3))
    if make(1).bump() == 2 && make(5).bump() == 6
        print("both\n")
    end
    while make(total).bump() < 10
        total += 1
    end
    print("{}\n", total)
end
