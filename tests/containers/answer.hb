// Answers cases from standard input: a letter, a length in four bytes and so many bytes each. The letter is a container's, the first byte says of which
// type its elements are, the others are operations of three bytes. An answer is a length in four bytes and the text of what the operations gave. The kind
// `containers` of the tests sends cases and compares the answers with those of Rust's crates.

Bit_Set :: #import "Bit_Set"
Deque :: #import "Deque"
Hash :: #import "Hash"
Heap :: #import "Heap"
Io :: #import "Io"
List :: #import "List"
Map :: #import "Map"
Min_Max_Heap :: #import "Min_Max_Heap"
Ordered_Map :: #import "Ordered_Map"
Set :: #import "Set"
Sort :: #import "Sort"
Strings :: #import "Strings"

// ---- Elements: numbers in three dresses -------------------------------------------------------------------------------------

// Larger than what tables have in themselves.
Wide :: struct
    n: Int
    rest: Array{Int, 40}
end

< :: #operator (a: Wide, b: Wide) -> Bool => a.n < b.n

make :: {T}(n: u8) -> T
    #if T == Int
        return Int(n)
    #else
        #if T == String
            // never freed: keys outlive what asks for them
            return format("a key, number {:03}", n)
        #else
            return Wide{n = Int(n)}
        #end
    #end
end

number :: {T}(x: T) -> Int
    #if T == Int
        return x
    #else
        #if T == String
            return Strings.parse_int(x[x.length - 3..]) or_else -1
        #else
            return x.n
        #end
    #end
end

Step :: struct
    operation: u8
    key: u8
    value: Int
end

Case :: struct
    text: String
    at: Int
end

next :: (c: Pointer{Case}) -> (Step, Bool)
    if c.at + 3 > c.text.length
        return Step{}, false
    end
    step := Step{c.text[c.at], c.text[c.at + 1], Int(c.text[c.at + 2])}
    c.at += 3
    return step, true
end

Out :: #type Pointer{Strings.Builder}

put :: (out: Out, n: Int)
    out.append_int(n)
    out.append(' ')
end

put :: {T}(out: Out, x: Maybe{T})
    #if T == Int
        put(out, x or_else -1)
    #else
        match x
        case .some y => put(out, number(y))
        case .none   => put(out, -1)
        end
    #end
end

// ---- Tables ------------------------------------------------------------------------------------------------------------------

map :: {K}(out: Out, steps: Case)
    m := Map.map{K, Int}()
    for step in steps
        k, v := make{K}(step.key), step.value
        match step.operation % 12
        case 0, 1 => put(out, Int(m.insert(k, v)))
        case 2, 3 => put(out, m.remove(k))
        case 4    => put(out, Int(k in m))
        case 5
            m.entry(k)@ += v
            put(out, m[k])
        case 6 => m[k] = v
        case 7
            if v < 16
                m.retain([v] (_key: K, value: Int) -> Bool => value % 3 != v % 3)
            end
        case 8
            if v < 4
                m.clear()
            else if v < 32
                m.reserve(v * 8)
            end
        case 9
            sum := 0
            for key, value in m
                sum += number(key) * 31 + value
            end
            put(out, sum)
        case 10
            other := m.copy()
            put(out, Int(other.equal(&m)))
            m.destroy()
            m = other
        else => put(out, m.get(k))
        end
        put(out, m.length)
    end
    for n in 0..<256
        if v := m.get(make{K}(u8(n)))
            put(out, n)
            put(out, v)
        end
    end
    m.destroy()
end

ordered_map :: {K}(out: Out, steps: Case)
    Entry :: #type Ordered_Map.Entry{K, Int}
    m := Ordered_Map.ordered_map{K, Int}()
    for step in steps
        k, v := make{K}(step.key), step.value
        match step.operation % 14
        case 0, 1 => put(out, Int(m.insert(k, v)))
        case 2    => put(out, m.remove(k))
        case 3    => put(out, m.swap_remove(k))
        case 4
            m.entry(k)@ += v
            put(out, m[k])
        case 5 => m[k] = v
        case 6
            if last := m.pop()
                put(out, number(last.key))
                put(out, last.value)
            end
        case 7
            if v < 16
                m.retain([v] (_key: K, value: Int) -> Bool => value % 3 != v % 3)
            end
        case 8
            if v < 8
                m.sort_keys()
            else if v < 16
                m.sort_entries((a: Entry, b: Entry) -> Bool => b.value < a.value)
            end
        case 9 => put(out, m.find_position(k))
        case 10
            if m.length > 0
                found := m.at(v % m.length)
                put(out, number(found.key))
                found.value += 1
            end
        case 11
            if v < 4
                m.clear()
            else if v < 32
                m.reserve(v * 8)
            end
        case 12
            other := m.copy()
            put(out, Int(other == m))
            m.destroy()
            m = other
        else => put(out, m.get(k))
        end
        put(out, m.length)
    end
    for key, value in m
        put(out, number(key))
        put(out, value)
    end
    m.destroy()
end

set :: {T}(out: Out, steps: Case)
    a, b := Set.set{T}(), Set.set{T}()
    for step in steps
        x := make{T}(step.key)
        match step.operation % 9
        case 0, 1 => put(out, Int(a.insert(x)))
        case 2    => put(out, Int(a.remove(x)))
        case 3    => put(out, Int(x in a))
        case 4    => put(out, Int(a.is_subset(&b)))
        case 5    => a, b = b, a
        else
            if step.value < 32
                result := ifx step.value < 12 => a.union_of(&b) else if step.value < 24 => a.intersection(&b) else => a.difference(&b) end
                a.destroy()
                a = result
            end
        end
        put(out, a.length())
    end
    for n in 0..<256
        put(out, Int(make{T}(u8(n)) in a))
    end
    a.destroy()
    b.destroy()
end

bit_set :: (out: Out, steps: Case)
    a, b := Bit_Set.bit_set(), Bit_Set.bit_set()
    for step in steps
        x := Int(step.key) * ifx step.value % 8 == 0 => 37 else => 1 end
        match step.operation % 10
        case 0, 1, 2 => put(out, Int(a.insert(x)))
        case 3 => put(out, Int(a.remove(x)))
        case 4 => put(out, Int(x in a))
        case 5 => put(out, a.first_from(x))
        case 6 => a, b = b, a
        case 7
            if step.value < 32
                a.unite(&b)
            end
        case 8
            if step.value < 32
                a.intersect(&b)
            end
        else
            if step.value < 32
                a.subtract(&b)
            end
        end
        put(out, a.length())
    end
    for x in a
        put(out, x)
    end
    a.destroy()
    b.destroy()
end

// ---- Heaps -------------------------------------------------------------------------------------------------------------------

heap :: {T}(out: Out, steps: Case)
    h := Heap.heap{T}()
    for step in steps
        x := make{T}(step.key)
        match step.operation % 8
        case 0, 1, 2 => h.push(x)
        case 3 => put(out, h.pop())
        case 4 => put(out, h.peek())
        case 5 => put(out, h.replace(x))
        else
            if step.value < 8
                // what is in it, in the order in which it lies, with one more
                h.items.append(x)
                other := Heap.heap_of{T}(h.items.items())
                h.destroy()
                h = other
            end
        end
        put(out, h.length())
    end
    while x := h.pop()
        put(out, number(x))
    end
    h.destroy()
end

min_max_heap :: {T}(out: Out, steps: Case)
    h := Min_Max_Heap.min_max_heap{T}()
    for step in steps
        x := make{T}(step.key)
        match step.operation % 12
        case 0, 1, 2, 3 => h.push(x)
        case 4 => put(out, h.pop_min())
        case 5 => put(out, h.pop_max())
        case 6 => put(out, h.peek_min())
        case 7 => put(out, h.peek_max())
        case 8 => put(out, h.replace_min(x))
        case 9 => put(out, h.replace_max(x))
        else
            if step.value < 8
                h.items.append(x)
                other := Min_Max_Heap.min_max_heap_of{T}(h.items.items())
                h.destroy()
                h = other
            end
        end
        put(out, h.length())
    end
    while x := h.pop_max()
        put(out, number(x))
        put(out, h.pop_min())
    end
    h.destroy()
end

// ---- Sequences ---------------------------------------------------------------------------------------------------------------

deque :: {T}(out: Out, steps: Case)
    d := Deque.deque{T}()
    for step in steps
        x := make{T}(step.key)
        match step.operation % 9
        case 0, 1 => d.push_back(x)
        case 2, 3 => d.push_front(x)
        case 4 => put(out, d.pop_front())
        case 5 => put(out, d.pop_back())
        case 6
            put(out, d.front())
            put(out, d.back())
        case 7
            if d.length > 0
                put(out, number(d[step.value % d.length]))
                d[step.value % d.length] = x
            end
        else
            if step.value < 4
                d.clear()
            else if step.value < 32
                d.reserve(step.value * 4)
            end
        end
        put(out, d.length)
    end
    for x in d
        put(out, number(x))
    end
    d.destroy()
end

list :: {T}(out: Out, steps: Case)
    l := List.list{T}()
    for step in steps
        x := make{T}(step.key)
        at := step.value % (l.length + 1)
        match step.operation % 15
        case 0, 1, 2 => l.append(x)
        case 3 => l.insert(at, x)
        case 4 => l.insert_all(at, {x, x, make{T}(u8(at % 200))})
        case 5 => l.append_all(l.items()[at..])
        case 6 => put(out, l.try_pop())
        case 7
            if at < l.length
                put(out, number(l.remove(at)))
            end
        case 8
            if at < l.length
                put(out, number(l.swap_remove(at)))
            end
        case 9  => l.remove_range(at / 2, at)
        case 10 => l.retain([x] (y: T) -> Bool => !(y == x))
        case 11 => l.remove_repeated()
        case 12 => l.reverse_items()
        case 13 => put(out, l.index_of(x))
        else
            l.truncate(ifx step.value < 8 => at else => 150 end)
            l.shrink()
        end
        if l.length > 500
            l.truncate(20)
        end
        put(out, l.length)
    end
    for x in l
        put(out, number(x))
    end
    l.destroy()
end

// ---- Sorting: two bytes a number, which come with their positions -----------------------------------------------------------------------

Row :: struct
    key: Int
    position: Int
    weight: Int
end

sorts :: (out: Out, text: String)
    rows := List.list{Row}()
    numbers := List.list{u64}()
    floats := List.list{f64}()
    strings := List.list{String}()
    for i in 0..<(text.length - 1) / 2
        n := Int(text[2 * i + 1]) << 8 | Int(text[2 * i + 2])
        rows.append(Row{n, i, -n})
        numbers.append(u64(n) << 32)
        floats.append(bit_cast{f64}(u64(n) << 48))
        strings.append(text[2 * i + 1..<min(2 * i + 1 + n % 7, text.length)])
    end
    count := rows.length
    other := rows.copy()
    Sort.sort_by_key(rows.items(), (a: Row) -> Int => a.key)
    for row in rows
        put(out, row.position)
    end
    Sort.sort_unstable(rows.items(), (a: Row, b: Row) -> Bool => a.position < b.position)
    Sort.sort(rows.items(), (a: Row, b: Row) -> Bool => b.key < a.key)
    for row in rows
        put(out, row.position)
    end
    Sort.sort_unstable(other.items(), (a: Row, b: Row) -> Bool => a.key < b.key)
    for row in other
        put(out, row.key)
    end
    part := numbers.copy()
    Sort.partial_sort(part.items(), count / 3)
    for n in part.items()[..<count / 3]
        put(out, Int(n >> 32))
    end
    put(out, Int(Sort.is_sorted(numbers.items())))
    Sort.sort(numbers.items())
    put(out, Int(Sort.is_sorted(numbers.items())))
    for n in numbers
        put(out, Int(n >> 32))
    end
    for i in 0..<9
        x := u64(i * 7919) << 32
        put(out, Sort.binary_search(numbers.items(), x))
        put(out, Sort.lower_bound(numbers.items(), x))
        put(out, Sort.upper_bound(numbers.items(), x))
    end
    Sort.sort(floats.items())
    for x in floats
        put(out, Int(bit_cast{u64}(x) >> 48))
    end
    Sort.sort(strings.items())
    for x in strings
        put(out, Int(Hash.fnv1a(x) >> 1))
    end
    rows.destroy()
    other.destroy()
    numbers.destroy()
    part.destroy()
    floats.destroy()
    strings.destroy()
end

// ---- Cases ---------------------------------------------------------------------------------------------------------------------

answer_with :: {T}(out: Out, kind: u8, steps: Case)
    match kind
    case 'm' => map{T}(out, steps)
    case 'o' => ordered_map{T}(out, steps)
    case 's' => set{T}(out, steps)
    case 'b' => bit_set(out, steps)
    case 'h' => heap{T}(out, steps)
    case 'x' => min_max_heap{T}(out, steps)
    case 'd' => deque{T}(out, steps)
    case 'l' => list{T}(out, steps)
    else
        panic("no such kind: {}", kind)
    end
end

answer :: (out: Out, kind: u8, text: String)
    if kind == 't'
        sorts(out, text)
        return
    end
    steps := Case{text, 1}
    match text[0] % 3
    case 0 => answer_with{Int}(out, kind, steps)
    case 1 => answer_with{String}(out, kind, steps)
    else   => answer_with{Wide}(out, kind, steps)
    end
end

length_at :: (cases: String, at: Int) -> Int
    length: u32
    memory_copy(&length, &cases.data[at + 1], 4)
    return Int(length)
end

main :: ()
    input := Io.standard_input()
    cases, _ := input.read_all()
    out := Strings.builder()
    at := 0
    while at < cases.length
        end_ := at + 5 + length_at(cases, at)
        out.clear()
        answer(&out, cases[at], cases[at + 5..<end_])
        length := u32(out.length)
        writer := Writer{}
        write(&writer, String{data = Pointer{u8}(&length), length = 4})
        write(&writer, out.text())
        at = end_
    end
    out.destroy()
end
