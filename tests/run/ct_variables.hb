// expect: 6 137 true
// expect: first [1, 2, 3] 33
// expect: [1, 50, 3]
// expect: link 3 3 33, link 2 2 33, link 1 1 33, 1
// expect: high [[0, 1, 2], [10, 11, 1012]] 4 some(4) 22

// First values of variables: computed by the compiler, from constants and from one another, with memory that stays theirs.

counter: Int = 5
second := base() + LIMIT
base :: () -> Int => 30
LIMIT :: 7

Settings :: struct
    name: String = "default"
    sizes: Slice{Int}
    next: Pointer{Settings}
    level: Int = #run level(3)
end

level :: (n: Int) -> Int => n * 11

settings := Settings{name = "first", sizes = {1, 2, 3}}
chain := #run link(3)

link :: (n: Int) -> Pointer{Settings}
    if n == 0
        return null
    end
    s := new(Settings{name = format("link {}", n)})
    s.sizes = make_slice{Int}(n)
    s.next = link(n - 1)
    return s
end

// what a variable's first value points to can be another variable
pointer: Pointer{Int} = &counter
both := Array{Pointer{Int}, 2}{&counter, &second}
name_of_level :: (n: Int) -> String => ifx n > 2 => "high" else => "low" end
text := name_of_level(3)
grid: Array{Array{Int, 3}, 2} = #run fill()
fill :: () -> Array{Array{Int, 3}, 2}
    g: Array{Array{Int, 3}, 2}
    for &row, y in g
        for &cell, x in row
            cell = y * 10 + x
        end
    end
    return g
end
hits: Int = 3 #thread-local
maybe: Maybe{Int} = some(4)
call: (x: Int) -> Int = level

main :: ()
    pointer@ += 1
    both[1]@ += 100
    print("{} {} {}\n", counter, second, both[0] == pointer)
    print("{} {} {}\n", settings.name, settings.sizes, settings.level)
    settings.sizes[1] = 50
    print("{}\n", settings.sizes)
    n := chain
    while n != null
        print("{} {} {}, ", n.name, n.sizes.length, n.level)
        n.sizes[0] += 1
        n = n.next
    end
    print("{}\n", chain.sizes[0])
    grid[1][2] += 1000
    hits += 1
    print("{} {} {} {} {}\n", text, grid, hits, maybe, call(2))
end
