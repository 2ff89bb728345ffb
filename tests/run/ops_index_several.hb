// expect: 1 2
// expect: 2 1
// expect: [get 1] [get 2] [set 2 5] [set 1 7] 5 7
// expect: 30 10 20
// expect: 9 8 7
// expect: <k0> <v> [set 0 5] 6
// expect: B{x = 4} B{x = 3} 2

// Several places at once, some of them assigned by `[]=`: places first, then values, then stores.

#import "Map"

Traced :: struct
    cells: Array{Int, 3}
    quiet: Bool
end

[] :: #operator (t: Traced, i: Int) -> Int
    if !t.quiet
        print("[get {}] ", i)
    end
    return t.cells[i]
end

[]= :: #operator (t: Pointer{Traced}, i: Int, x: Int)
    if !t.quiet
        print("[set {} {}] ", i, x)
    end
    t.cells[i] = x
end

B :: struct
    x: Int
end

three :: () -> (Int, Int, u8) => return 9, 8, 7

said :: (what: String, n: Int) -> Int
    print("<{}> ", what)
    return n
end

main :: ()
    m: Map{String, u8}
    defer m.destroy()
    m["a"], m["b"] = 1, 2
    print("{} {}\n", m["a"], m["b"])
    m["a"], m["b"] = m["b"], m["a"]
    print("{} {}\n", m["a"], m["b"])
    t := Traced{cells = {0, 7, 5}}
    t[2], t[1] = t[1] - 2, t[2] + 2
    t.quiet = true
    print("{} {}\n", t[2], t[1])
    // with places of other kinds
    list := Array{Int, _}{10, 20, 30}
    n := 0
    t[0], list[1], n, _ = list[2], list[0], list[1], t[1]
    print("{} {} {}\n", t[0], list[1], n)
    t[0], n, m["c"] = three()
    print("{} {} {}\n", t[0], n, m["c"])
    t.quiet = false
    t[said("k0", 0)], n = said("v", 5), 6
    print("{}\n", n)
    b: Map{Int, B}
    defer b.destroy()
    b[1], b[2] = {3}, {4}
    b[1], b[2] = b[2], b[1]
    print("{} {} {}\n", b[1], b[2], b.length)
end
