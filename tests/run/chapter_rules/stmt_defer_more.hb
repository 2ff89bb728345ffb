counter := 0
f :: () -> Int
    defer counter += 10
    counter += 1
    return counter
end
g :: (p: Pointer{Int}) -> (Int, Int)
    defer p@ = 100
    return p@, p@ + 1
end
h :: (fail: Bool) -> Maybe{Int}
    defer print("last ")
    x := maybe_one(fail) or_return
    print("never {}", x)
    return none
end
maybe_one :: (fail: Bool) -> Maybe{Int} => ifx fail => none else => some(1) end
run :: ()
    counter = 2
    print("{}\n", f())
    block
        defer print(" b\n")
        print("a {}", counter - 13)
    end
    n := 5
    a, b := g(&n)
    print("{} {}\n", a, b)
    for i in 0..<2
        print("in ")
        defer block
            if i == 0
                print("out ")
            else
                print("out\n")
            end
        end
        continue
    end
    h(true) or_else 0
    print("first\n")
    i := 0
    while i < 2
        i += 1
        defer if i == 2 print("err\n"); end
    end
end
