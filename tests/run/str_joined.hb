// expect: hello, world!
// expect: 0-1-2-3-4 9
// expect: true 0
// expect: constant
// expect: 0:a 1:ñ 3:€ 

// Strings joined by `+`, in memory from the context's allocator.
Arena :: #import "Arena"
greet :: (name: String) -> String => "hello, " + name + "!"
main :: () -> Int
    print("{}\n", greet("world"))
    s := ""
    for i in 0..<5
        s += format("{}", i)
        if i < 4
            s += "-"
        end
    end
    print("{} {}\n", s, s.length)
    print("{} {}\n", "ab" + "" == "ab", ("" + "").length)
    WORD :: "con" + "stant"
    print("{}\n", WORD)
    arena := Arena.create()
    defer arena.destroy()
    with context{allocator = Arena.allocate, allocator_data = &arena}
        t := "añ" + "€"
        for r, i in t
            print("{}:{} ", i, r)
        end
        print("\n")
    end
    return 0
end
