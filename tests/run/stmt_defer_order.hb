// expect: body third second first
// expect: 0 end 1 end 2 end
// expect: 7 then deferred, now 8
// expect: found closed
// expect: inner outer after
// expect: returned 1 cleaned
// expect: loop d0 loop d1 out
// expect: a ok -> 3
// expect: fail: undone none
// expect: c b a

value: Int

order :: ()
    defer print("first\n")
    defer print("second ")
    block
        defer print("third ")
        print("body ")
    end
end

deferred :: () -> Int
    value = 7
    defer value += 1
    return value
end

find :: (items: Slice{Int}, wanted: Int) -> Bool
    defer print("closed\n")
    for x in items
        if x == wanted
            print("found ")
            return true
        end
    end
    return false
end

early :: (n: Int) -> Int
    defer print("cleaned\n")
    if n > 0
        print("returned {} ", n)
        return n
    end
    return 0
end

checked :: (m: Maybe{Int}) -> Maybe{Int}
    defer print("{}", ifx m == none => "undone " else => "ok " end)
    x := m or_return
    print("a ")
    return x + 1
end

main :: () -> Int
    order()
    for i in 0..<3
        defer print("end{}", ifx i == 2 => "\n" else => " " end)
        print("{} ", i)
    end
    n := deferred()
    print("{} then deferred, now {}\n", n, value)
    find({1, 2, 3}, 2)
    block
        defer print("outer ")
        block
            defer print("inner ")
        end
    end
    print("after\n")
    early(1)
    i := 0
    while true
        defer i += 1
        defer print("d{} ", i)
        print("loop ")
        if i == 1
            break
        end
    end
    print("out\n")
    three := checked(2)
    print("-> {}\n", three.some)
    print("fail: ")
    print("{}\n", checked(none))
    defer print("a\n")
    defer block
        print("c ")
        print("b ")
    end
    return 0
end
