// expect-status: 1
// expect: V(1.0)          r <1.0, 2.0>
// expect: [V(1.0)] some(V(1.0))
// expect: 5 OK
// expect: 0 NOT_FOUND
// expect: only 3
// expect: none_
// expect: parse(Parse{line = 7, text = "too long"})
// expect: io(NOT_FOUND)
// expect: some(200) none
// expect: at 1
// expect: no
// expect: found
// expect: 42 3
// expect: 1 1 1 
// expect: 2
// expect: 2
// expect: fallback 3

Vec2 :: struct
    x, y: f32
end
print_vec :: (v: Vec2) -> String => format("<{}, {}>", v.x, v.y)
format :: (out: Pointer{Writer}, v: Pointer{Vec2}, _spec: Format_Spec)
    write(out, "V(")
    put(out, v.x)
    write(out, ")")
end
Status :: enum #error
    OK
    NOT_FOUND
    DENIED
end
open :: (name: String) -> (Int, Status)
    if name == "missing"
        return 0, .NOT_FOUND
    end
    return name.length, .OK
end
size_of_both :: (a: String, b: String) -> (Int, Status)
    x := open(a) or_return
    y := open(b) or_return
    return x + y, .OK
end
Big_Error :: union #error
    none_
    io: Status
    parse: Parse
end
Parse :: struct
    line: Int
    text: String
end
load :: (a: String) -> (Int, Big_Error)
    n := open(a) or_return
    if n > 5
        return 0, .parse(Parse{n, "too long"})
    end
    return n, .none_
end
only :: (a: String) -> Big_Error
    n := load(a) or_return
    print("only {}\n", n)
    return .none_
end
find :: (xs: Slice{Int}, x: Int) -> Maybe{Int}
    for y, i in xs
        if y == x
            return i
        end
    end
    return none
end
first_even :: (xs: Slice{Int}) -> Maybe{Int}
    i := find(xs, 2) or_return
    return xs[i] * 100
end
idx :: (xs: Slice{Int}) -> (Int, Bool)
    i := find(xs, 3) or_else -1
    return i, i >= 0
end
main :: () -> Status
    v := Vec2{1, 2}
    print("{} {:>10} {}\n", v, "r", print_vec(v))
    print("{} {}\n", Array{Vec2, 1}{v}, some(v))
    n, e := size_of_both("ab", "cde")
    print("{} {}\n", n, e)
    n, e = size_of_both("missing", "cde")
    print("{} {}\n", n, e)
    print("{}\n", only("abc"))
    print("{}\n", only("abcdefg"))
    print("{}\n", only("missing"))
    print("{} {}\n", first_even({1, 2}), first_even({1}))
    if i := idx({5, 3})
        print("at {}\n", i)
    else
        print("no\n")
    end
    if i := idx({5})
        print("at {}\n", i)
    else
        print("no\n")
    end
    if _ := find({1}, 1)
        print("found\n")
    end
    x := open("missing") or_else 42
    y := open("abc") or_else panic("no")
    print("{} {}\n", x, y)
    for name in Array{String, 3}{"a", "missing", "b"}
        k := open(name) or_break
        print("{} ", k)
    end
    for name in Array{String, 3}{"a", "missing", "b"}
        k := open(name) or_continue
        print("{} ", k)
    end
    print("\n")
    names := Array{String, 3}{"x", "missing", "y"}
    total := 0
    i := 0
    loop: while i < 3
        for _ in 0..<2
            total += open(names[i]) or_break loop
        end
        i += 1
    end
    print("{}\n", total)
    z := (find({4, 5}, 5) or_else 9) + 1
    print("{}\n", z)
    w := find({1}, 7) or_else block
        print("fallback ")
        => 3
    end
    print("{}\n", w)
    open("missing") or_return
    print("never\n")
    return .OK
end
