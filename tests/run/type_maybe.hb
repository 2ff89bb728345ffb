// expect: 3 none some(4)
// expect: 4 -1 7
// expect: true false true
// expect: 8 true
// expect: found at 2
// expect: not found
// expect: 12 none
// expect: 1 2 3 end
// expect: evaluated 1 times
// expect: some("text") none
// expect: 16 1 true
// expect: 10 20
// expect: some(some(1)) some(none) none

calls: Int

index_of :: (items: Slice{Int}, wanted: Int) -> Maybe{Int}
    for x, i in items
        if x == wanted
            return some(i)
        end
    end
    return none
end

half :: (x: Int) -> Maybe{Int}
    if x % 2 == 1
        return none
    end
    return x / 2
end

quarter :: (x: Int) -> Maybe{Int}
    return half(half(x) or_return)
end

fallback :: () -> Int
    calls += 1
    return -1
end

Countdown :: struct
    left: Int
end

take :: (c: Pointer{Countdown}) -> Maybe{Int}
    if c.left == 0
        return none
    end
    c.left -= 1
    return 3 - c.left
end

first_word :: (text: String) -> Maybe{String}
    return ifx text == "" => none else => some(text) end
end

main :: () -> Int
    m: Maybe{Int} = 3
    n: Maybe{Int}
    print("{} {} {}\n", m.some, n, some(4))
    print("{} {} {}\n", some(4) or_else fallback(), n or_else fallback(), n or_else (m or_else 0) + 4)
    print("{} {} {}\n", m == some(3), m == none, n == none)
    p: Maybe{Pointer{Int}}
    x := 5
    print("{} {}\n", size_of(Maybe{Pointer{Int}}), p == none && some(&x) != p)
    if i := index_of({5, 6, 7}, 7)
        print("found at {}\n", i)
    else
        print("not found\n")
    end
    if i := index_of({5, 6}, 7)
        print("found at {}\n", i)
    else
        print("not found\n")
    end
    print("{} {}\n", quarter(48).some, quarter(6))
    countdown := Countdown{3}
    while k := take(&countdown)
        print("{} ", k)
    end
    print("end\n")
    print("evaluated {} times\n", calls)
    print("{} {}\n", first_word("text"), first_word(""))
    print("{} {} {}\n", size_of(Maybe{Int}), align_of(Maybe{Bool}), size_of(Maybe{u8}) == 2)
    m.some = 10
    match m
    case .some &v
        print("{} ", v)
        v = 20
    case .none => print("nothing")
    end
    print("{}\n", m.some)
    deep: Maybe{Maybe{Int}} = some(some(1))
    inner: Maybe{Int}
    middle: Maybe{Maybe{Int}} = some(inner)
    outer: Maybe{Maybe{Int}}
    print("{} {} {}\n", deep, middle, outer)
    return 0
end
