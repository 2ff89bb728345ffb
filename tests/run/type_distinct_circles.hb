// expect: 9 1 9
// expect: true false true
// expect: 0:false;1:false;2:true;
// expect: true true false
// expect: 1 2 3
// expect: ping1 pong1 ping2 pong2 ping3 pong3 .
// expect: true true true
// expect: true true
// expect: 10
// expect: Cell{step = null, value = 3}
// expect: true more false
// expect: State true true
// expect: a state true
// expect: DISTINCT 8 Slice{Tree} Visit
// expect: State Handle

// Distinct types that lead to themselves through pointers, procedures and slices.
State :: distinct (n: Int) -> State
Handle :: distinct Pointer{Handle}
Tree :: distinct Slice{Tree}
Ping :: distinct (count: Int, log: Pointer{String}) -> Pong
Pong :: distinct (count: Int, log: Pointer{String}) -> Maybe{Ping}
Table :: distinct Array{(n: Int) -> Table, 2}
Link :: distinct Maybe{Pointer{Link}}
Visit :: distinct (self: Visit, depth: Int) -> Int
Cell :: struct
    step: Cell_Step
    value: Int
end
Cell_Step :: distinct (cell: Pointer{Cell}) -> Cell_Step
Tagged :: union
    more: State
    done
end

start :: (n: Int) -> State => State(ifx n > 3 => middle else => start end)
middle :: (n: Int) -> State => State(ifx n > 6 => stop else => middle end)
stop :: (_n: Int) -> State => null

depth :: (tree: Tree) -> Int
    deepest := 0
    for part in tree
        deepest = max(deepest, depth(part))
    end
    return deepest + 1
end

ping :: (count: Int, log: Pointer{String}) -> Pong
    log@ = log@ + format("ping{} ", count)
    return Pong(pong)
end
pong :: (count: Int, log: Pointer{String}) -> Maybe{Ping}
    log@ = log@ + format("pong{} ", count)
    return ifx count > 2 => none else => some(Ping(ping)) end
end

left :: (_n: Int) -> Table => Table{left, right}
right :: (n: Int) -> Table => ifx n == 0 => Table{} else => Table{right, left} end

visit :: (self: Visit, depth: Int) -> Int => ifx depth == 0 => 0 else => 1 + self(self, depth - 1) end

grow :: (cell: Pointer{Cell}) -> Cell_Step
    cell.value += 1
    return ifx cell.value < 3 => Cell_Step(grow) else => Cell_Step(null) end
end

same :: {T}(a: T, b: T) -> Bool => a == b
run :: (first: State) -> Int
    state, n := first, 0
    while state != null
        state = state(n)
        n += 1
    end
    return n
end
STATES :: #run run(State(start))
TABLE: Array{State, 3} : {State(start), State(middle), State(stop)}

main :: () -> Int
    print("{} {} {}\n", run(State(start)), run(State(stop)), STATES)
    print("{} {} {}\n", State(start) == State(start), same(State(start), State(middle)), State(null) == null)
    index := 0
    for state in TABLE
        print("{}:{};", index, state(7) == null)
        index += 1
    end
    print("\n")
    h: Handle
    g := Handle(&h)
    h = Handle(&g)
    print("{} {} {}\n", h@@ == h, g@ == h, h == g)
    leaf: Tree
    parts := Array{Tree, 2}{leaf, leaf}
    inner := Array{Tree, 3}{leaf, Tree(parts[..]), leaf}
    print("{} {} {}\n", depth(leaf), depth(Tree(parts[..])), depth(Tree(inner[..])))
    log := ""
    next: Maybe{Ping} = Ping(ping)
    count := 0
    while turn := next
        count += 1
        next = turn(count, &log)(count, &log)
    end
    print("{}.\n", log)
    t := left(1)
    print("{} {} {}\n", t[0](1)[1] == right, t[1](1)[1] == left, t[1](0)[0] == null)
    end_of_chain: Link
    a := Link(some(&end_of_chain))
    print("{} {}\n", a.some@ == none, type_of(a) == Link)
    print("{}\n", visit(Visit(visit), 10))
    cell := Cell{step = Cell_Step(grow)}
    while cell.step != null
        cell.step = cell.step(&cell)
    end
    print("{}\n", cell)
    u := Tagged.more(State(start))
    v := Tagged.more(State(start))
    print("{} {} {}\n", u == v, tag_of(u), u == Tagged.done)
    any: Any = State(stop)
    print("{} {} {}\n", type_info(State).name, as{Handle}(any) == none, as{State}(any).some == State(stop))
    match any
    case Handle => print("a handle\n")
    case State s => print("a state {}\n", s(1) == null)
    else => print("neither\n")
    end
    info := type_info(Handle)
    print("{} {} {} {}\n", info.kind, info.size, type_name(type_info(Tree).element), type_info(Visit).name)
    print("{} {}\n", type_of(State(start)(1)), type_of(h@))
    return 0
end
