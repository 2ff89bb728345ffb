// expect: 20 true 21
// expect: 90 true
// expect: 91

// Shortest ways in a grid: binary heap by hand with a closure as order, A*, breadth first search, union-find.
#import "List"

Heap :: struct {T}
    items: List{T}
    less: (a: T, b: T) -> Bool
end

push :: {T}(h: Pointer{Heap{T}}, x: T)
    h.items.append(x)
    at := h.items.length - 1
    while at > 0
        parent := (at - 1) / 2
        if !h.less(h.items[at], h.items[parent])
            break
        end
        h.items[at], h.items[parent] = h.items[parent], h.items[at]
        at = parent
    end
end

pop :: {T}(h: Pointer{Heap{T}}) -> (T, Bool)
    if h.items.length == 0
        return T{}, false
    end
    top := h.items[0]
    last := h.items.pop()
    if h.items.length > 0
        h.items[0] = last
        at := 0
        while true
            least := at
            for child in 2 * at + 1..=2 * at + 2
                if child < h.items.length && h.less(h.items[child], h.items[least])
                    least = child
                end
            end
            if least == at
                break
            end
            h.items[at], h.items[least] = h.items[least], h.items[at]
            at = least
        end
    end
    return top, true
end

Step :: struct
    cost, estimate: Int
    x, y: Int
end

MAZE :: `
S.#.......
..#.#####.
.##.#...#.
....#.#.#.
.####.#.#.
......#..E
`

Maze :: struct
    rows: List{String}
    start, goal: Place
end

Place :: struct
    x, y: Int
end

read :: (text: String) -> Maze
    m: Maze
    start := 0
    for i in 0..<text.length
        if text[i] != '\n'
            continue
        end
        row := text[start..<i]
        start = i + 1
        if row.length == 0
            continue
        end
        for j in 0..<row.length
            match row[j]
            case 'S' => m.start = {j, m.rows.length}
            case 'E' => m.goal = {j, m.rows.length}
            else
            end
        end
        m.rows.append(row)
    end
    return m
end

distance :: (a: Place, b: Place) -> Int
    dx, dy := a.x - b.x, a.y - b.y
    return ifx dx < 0 => -dx else => dx end + ifx dy < 0 => -dy else => dy end
end

MOVES :: Array{Place, _}{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}

shortest :: (m: Pointer{Maze}) -> (Int, List{Place}, Bool)
    width, height := m.rows[0].length, m.rows.length
    costs := make_slice{Int}(width * height)
    from := make_slice{Place}(width * height)
    defer delete(costs)
    defer delete(from)
    for &c in costs
        c = 1 << 60
    end
    heap := Heap{Step}{less = (a: Step, b: Step) -> Bool => a.cost + a.estimate < b.cost + b.estimate}
    defer heap.items.destroy()
    costs[m.start.y * width + m.start.x] = 0
    heap.push({0, distance(m.start, m.goal), m.start.x, m.start.y})
    path: List{Place}
    while step := heap.pop()
        here := Place{step.x, step.y}
        if here == m.goal
            while here != m.start
                path.append(here)
                here = from[here.y * width + here.x]
            end
            path.append(m.start)
            return step.cost, path, true
        end
        for move in MOVES
            x, y := here.x + move.x, here.y + move.y
            if !(x in 0..<width && y in 0..<height) || m.rows[y][x] == '#'
                continue
            end
            cost := step.cost + 1
            if cost < costs[y * width + x]
                costs[y * width + x] = cost
                from[y * width + x] = here
                heap.push({cost, distance({x, y}, m.goal), x, y})
            end
        end
    end
    return 0, path, false
end

Sets :: struct
    parents: Slice{Int}
    count: Int
end

sets :: (n: Int) -> Sets
    s := Sets{make_slice{Int}(n), n}
    for &p, i in s.parents
        p = i
    end
    return s
end

root :: (s: Pointer{Sets}, x: Int) -> Int
    at := x
    while s.parents[at] != at
        s.parents[at] = s.parents[s.parents[at]]
        at = s.parents[at]
    end
    return at
end

join :: (s: Pointer{Sets}, a: Int, b: Int) -> Bool
    x, y := s.root(a), s.root(b)
    if x == y return false; end
    s.parents[x] = y
    s.count -= 1
    return true
end

main :: () -> Int
    m := read(MAZE)
    cost, path, found := shortest(&m)
    print("{} {} {}\n", cost, found, path.length)
    for p in path
        assert(m.rows[p.y][p.x] != '#')
    end
    s := sets(100)
    seed: u64 = 42
    joined := 0
    while s.count > 10
        seed = seed * 6364136223846793005 + 1442695040888963407
        a := Int(seed >> 33) % 100
        seed = seed * 6364136223846793005 + 1442695040888963407
        b := Int(seed >> 33) % 100
        if s.join(a, b)
            joined += 1
        end
    end
    print("{} {}\n", joined, s.root(0) == s.root(0))
    sizes: Array{Int, 100}
    for i in 0..<100
        sizes[s.root(i)] += 1
    end
    largest := 0
    for n in sizes
        largest = max(largest, n)
    end
    print("{}\n", largest)
    return 0
end
