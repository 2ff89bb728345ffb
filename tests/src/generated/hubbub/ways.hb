
// Ways that a value of any type can take; each gives it back.

Arena :: #import "Arena"
Fixed_Buffer :: #import "Fixed_Buffer"
List :: #import "List"
Map :: #import "Map"
Deque :: #import "Deque"

#add-context depth: Int = 0

Box :: struct {T, N: Int}
    before: Array{u8, N}
    value: T
    #if N > 2
        behind: Int
    #end
end

Tight :: struct {T} #packed
    before: u8
    value: T
    behind: u16
end

Wide :: struct {T} #align(32)
    before: Bool
    value: T
end

Outer :: struct {T}
    number: Int = 7
    using inner: Box{T, 3}
end

Option :: union {T}
    missing
    pair: Box{T, 1}
    value: T
end

Bytes :: union {T} #raw
    bytes: Array{u8, 16}
    value: T
end

Lone :: struct {T}
    value: T
    is_left: Bool
end

Pieces :: struct {T}
    value: T
    at, end_at: Int
end

Problem :: enum #error
    FINE
    SMALL
    LARGE
end

Trouble :: union #error
    fine
    problem: Problem
    text: String
end

Visit :: #type (depth: Int) -> Int

next :: {T}(l: Pointer{Lone{T}}) -> (T, Bool)
    was_left := l.is_left
    l.is_left = false
    return l.value, was_left
end

iterate :: {T}(b: Box{T, 2}) -> Lone{T} => Lone{T}{b.value, true}

next :: {T}(p: Pointer{Pieces{T}}) -> (Int, T, Bool)
    if p.at >= p.end_at
        return 0, T{}, false
    end
    p.at += 1
    return p.at, p.value, true
end

iterate_places :: {T, N: Int}(b: Pointer{Box{T, N}}) -> Lone{Pointer{T}} => Lone{Pointer{T}}{&b.value, true}

way_maybe :: {T}(x: T) -> T
    m: Maybe{T} = x
    if _y := m
        return m.some
    end
    return T{}
end

way_array :: {T}(x: T, at: Int) -> T
    xs: Array{T, 5}
    xs[at %% 5] = x
    ys := xs
    xs[at %% 5] = T{}
    return ys[at %% 5]
end

way_slice :: {T}(x: T, at: Int) -> T
    xs: Array{T, 9} = uninit
    for &y in xs
        y = x
    end
    s := xs[1..=7]
    return s[2..][at %% 5]
end

way_literal_slice :: {T}(x: T, at: Int) -> T => last_of{T}({x, x, x}, at)

last_of :: {T}(xs: Slice{T}, at: Int) -> T => xs[at %% xs.length]

way_box :: {T, N: Int}(x: T) -> T
    box := Box{T, N}{value = x}
    copy := box{before = Array{u8, N}{}}
    return ifx copy.before == box.before => copy.value else => T{} end
end

way_tight :: {T}(x: T) -> T
    tight := Tight{T}{behind = 3, before = 2, value = x}
    other := tight
    return other.value
end

way_wide :: {T}(x: T) -> T
    wide: Array{Wide{T}, 2}
    wide[1].value = x
    wide[0] = wide[1]
    return wide[0].value
end

way_using :: {T}(x: T) -> T
    outer: Outer{T}
    outer.value = x
    outer.behind = outer.number
    return ifx outer.inner.behind == 7 => outer.inner.value else => T{} end
end

way_union :: {T}(x: T, number: Int) -> T
    option: Option{T} = .missing
    match number & 1
    case 0 => option = .value(x)
    else => option = .pair(Box{T, 1}{value = x})
    end
    match option
    case .missing => return T{}
    case .pair &p
        p.before[0] += 1
        return p.value
    case .value v if tag_of(option) == .value => return v
    case .value => return T{}
    end
end

way_raw :: {T}(x: T) -> T
    #if is_number(T) && size_of(T) <= 16
        raw := Bytes{T}{value = x}
        copy: Bytes{T} = uninit
        for i in 0..<size_of(T)
            copy.bytes[i] = raw.bytes[i]
        end
        return copy.value
    #else
        return x
    #end
end

way_soa :: {T}(x: T, at: Int) -> T
    boxes: Soa{Lone{T}, 4}
    boxes[at & 3] = Lone{T}{x, true}
    others := boxes
    count := 0
    for box in others
        count += Int(box.is_left)
    end
    others.value[at + 1 & 3] = others[at & 3].value
    return ifx count == 1 => others[at + 1 & 3].value else => T{} end
end

way_pointers :: {T}(x: T) -> T
    copy := x
    p := &copy
    pp := &p
    pp@@ = pp@@
    maybe: Maybe{Pointer{T}} = p
    return (maybe or_else null)@
end

way_heap :: {T}(x: T) -> T
    p := new(x)
    defer free(p)
    q := new{Box{T, 3}}()
    defer free(q)
    q.value = p@
    p@ = T{}
    return q.value
end

way_made_slice :: {T}(x: T, at: Int) -> T
    s := make_slice{T}(3)
    s[at %% 3] = x
    s = resize(s, 8)
    defer delete(s)
    return s[at %% 3]
end

way_arena :: {T}(x: T) -> T
    arena := Arena.create()
    defer arena.destroy()
    with context{allocator = Arena.allocate, allocator_data = &arena}
        p := new(x)
        return way_made_slice(p@, 2)
    end
end

way_fixed :: {T}(x: T) -> T
    room: Array{u8, 4096} = uninit
    buffer := Fixed_Buffer.over(room[..])
    with context{allocator = Fixed_Buffer.allocate, allocator_data = &buffer}
        return new(x)@
    end
end

way_temporary :: {T}(x: T) -> T
    with context{allocator = context.temporary_allocator, allocator_data = context.temporary_allocator_data}
        return way_made_slice(x, 1)
    end
end

way_list :: {T}(x: T, count: Int) -> T
    l := List.list{T}()
    defer List.destroy(&l)
    for _ in 0..=count & 7
        l.append(x)
    end
    for y, at in l
        if at == count & 3
            return y
        end
    end
    return l.pop()
end

way_map :: {T}(x: T, key: Int) -> T
    m := Map.map{Int, T}()
    defer m.destroy()
    m[key] = x
    m[key + 1] = T{}
    if m.contains(key + 2)
        return T{}
    end
    return m.get(key) or_else T{}
end

way_deque :: {T}(x: T) -> T
    d := Deque.deque{T}()
    defer d.destroy()
    d.push_front(T{})
    d.push_back(x)
    return d.pop_back() or_else T{}
end

way_any :: {T}(x: T) -> T
    a: Any = x
    b := any_copy(a)
    match b
    case T y => return y
    else => return as{T}(a) or_else T{}
    end
end

way_many :: {T}(x: T) -> T => way_many_through("", x, x, scale = 2)

way_many_through :: {T}(_text: String, xs: ..T, scale: Int = 1) -> T => way_spread(..xs[scale - 1..])

way_spread :: {T}(xs: ..T) -> T => xs[xs.length - 1]

way_anys :: {T}(x: T) -> T => pick_any{T}(1, x, "text", 2.5)

pick_any :: {T}(xs: ..Any) -> T
    for x in xs
        if y := as{T}(x)
            if xs.length == 4
                return T(xs[1])
            end
            return y
        end
    end
    return T{}
end

way_closure :: {T}(x: T, count: Int) -> T
    result: T
    rounds := 0
    keep := [x, &result, &rounds] (n: Int) -> Int
        rounds += n
        result = x
        return rounds
    end
    twice(keep, count)
    return ifx rounds == 2 * count => result else => T{} end
end

twice :: (f: #closure (n: Int) -> Int, n: Int)
    _ = f(n)
    _ = f(n)
end

way_literal :: {T}(x: T) -> T => apply(x, (y: T) -> T => y)

apply :: {T}(x: T, f: (y: T) -> T) -> T => f(f(x))

way_value :: {T}(x: T) -> T => applied{T, way_literal}(x)

applied :: {T, F: (x: T) -> T}(x: T) -> T => F(x)

way_defer :: {T}(x: T) -> T
    result := T{}
    block
        defer result = x
        defer result = T{}
    end
    defer result = T{}
    return result
end

way_with :: {T}(x: T, depth: Int) -> T
    with context{depth = depth}
        defer result_of_depth(depth)
        with context{depth = context.depth + 1}
            return ifx context.depth == depth + 1 => x else => T{} end
        end
    end
end

result_of_depth :: (depth: Int) => assert(context.depth == depth)

way_tail :: {T}(x: T, count: Int) -> T => tail_even(x, count & 31)

tail_even :: {T}(x: T, count: Int) -> T
    if count == 0
        return x
    end
    return #tail tail_odd(x, count - 1)
end

tail_odd :: {T}(x: T, count: Int) -> T
    if count == 0
        return x
    end
    return #tail tail_even(x, count - 1)
end

way_recursion :: {T}(x: T, count: Int) -> T
    if count & 15 == 0
        return x
    end
    below := way_recursion(x, (count & 15) - 1)
    return below
end

way_error :: {T}(x: T, number: Int) -> T
    if number & 3 == 1
        y, trouble := stumble(x, .LARGE)
        match trouble
        case .problem p if p == .LARGE => return y
        else => return T{}
        end
    end
    return stumble(x, .FINE) or_else T{}
end

stumble :: {T}(x: T, problem: Problem) -> (T, Trouble)
    if problem == .LARGE
        return x, Trouble.problem(problem)
    end
    y := halt(x, problem) or_return
    return y, .fine
end

halt :: {T}(x: T, problem: Problem) -> (T, Problem) => return x, problem

way_loop :: {T}(x: T, count: Int) -> T
    outer: for i in reverse(0..<3)
        for j in 0..=2
            if i + j == count & 3
                continue outer
            end
            y := step(x, i) or_break outer
            if i == 0
                return y
            end
        end
    end
    return x
end

step :: {T}(x: T, i: Int) -> Maybe{T} => ifx i >= 0 => some(x) else => none end

way_while :: {T}(x: T) -> T
    lone := Lone{T}{x, true}
    result := T{}
    while y := next(&lone)
        result = y
    end
    return result
end

way_for :: {T}(x: T) -> T
    result := T{}
    for y, count in Box{T, 2}{value = x}
        if count == 0
            result = y
        end
    end
    for number, y in Pieces{T}{x, 0, 2}
        if number == 2
            result = y
        end
    end
    return result
end

way_places :: {T}(x: T) -> T
    box: Box{T, 4}
    for &value in box
        value = x
    end
    return box.value
end

way_fields :: {T}(x: T) -> T
    #if is_struct(T)
        y: T
        #for f in fields(T)
            field(y, f) = field(x, f)
        #end
        return y
    #else
        return x
    #end
end

way_bytes :: {T}(x: T) -> T
    from, y := x, T{}
    memory_copy(&y, &from, size_of(T))
    return y
end

way_match :: {T}(x: T, text: String) -> T
    return match text
    case "a", "hello" => x
    case "two words"
        y := x
        => y
    else => way_block(x)
    end
end

way_block :: {T}(x: T) -> T
    return block
        if size_of(T) > 3
            => x
        end
        y := x
        => y
    end
end

way_rune :: {T}(x: T, rune: Rune) -> T
    match rune
    case 'a'..='z', '0'..<'9' => return x
    case (Rune(65))..='Z' => return way_maybe(x)
    else => return x
    end
end

way_swap :: {T}(x: T) -> T
    a, b := x, T{}
    a, b = b, a
    a, b = b, a
    return a
end

way_results :: {T}(x: T) -> T
    a, _, c := three(x)
    return ifx c => a else => T{} end
end

three :: {T}(x: T) -> (first: T, second: Int, third: Bool) => return x, 2, true

way_static :: {T}(x: T) -> T => ifx #run twice_three() == 6 => x else => T{} end

twice_three :: () -> Int
    list := List.list{Int}()
    for i in 0..<3
        list.append(i + 1)
    end
    total := 0
    for n in list
        total += n
    end
    return total
end

way_default :: {T}(x: T, y := T{}, ok := context.depth >= 0) -> T => ifx ok => x else => y end

way_type :: {T}(x: T) -> T
    t: Type = type_of(x)
    return ifx t == T && size_of(t) == size_of(T) => x else => T{} end
end

way_unchecked :: {T}(x: T, at: Int) -> T
    xs: Array{T, 4}
    xs[at & 3] = x
    result := T{}
    #no-bounds-checks block
        result = xs[at & 3]
    end
    return result
end

way_thread_local :: {T}(x: T) -> T
    calls += 1
    return ifx calls > 0 => x else => T{} end
end

calls: Int = 0 #thread-local

way_overload :: {T}(x: T) -> T => second_of(1, x)

second_of :: {T}(_n: Int, x: T) -> T where size_of(T) > 0 => x
second_of :: {T}(_n: String, x: T) -> T => x
second_of :: {A, T}(_n: A, x: T) -> T => x
