// expect: [0, 1, 4, 9, 16, 25, 36, 49, 64, 81]
// expect: 165
// expect: 0:<0> 1:<7> 2:<21> 3:<28> |
// expect: [1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144]
// expect: 2*1 3*1 5*2 7*3 11*5 13*8 |
// expect: [1, 2, 3, 4] [1, 3, 2, 4] 24 2
// expect: GREEN@30 YELLOW@55 RED@60 GREEN@90 |
// expect: 15

// Lazy iterators as generic structs: map, filter, take, zip, chain, windows; sums and collecting; generators by state machines.
#import "List"

Range :: struct
    at, stop, step: Int
end

next :: (r: Pointer{Range}) -> (Int, Bool)
    if r.at >= r.stop
        return 0, false
    end
    r.at += r.step
    return r.at - r.step, true
end

range :: (start: Int, stop: Int, step: Int = 1) -> Range => {start, stop, step}

Mapped :: struct {I, A, B}
    inner: I
    change: (x: A) -> B
end

mapped :: {I, A, B}(inner: I, change: (x: A) -> B) -> Mapped{I, A, B} => {inner, change}

next :: {I, A, B}(m: Pointer{Mapped{I, A, B}}) -> (B, Bool)
    x := next(&m.inner) or_return
    return m.change(x), true
end

Kept :: struct {I, A}
    inner: I
    keep: (x: A) -> Bool
end

kept :: {I, A}(inner: I, keep: (x: A) -> Bool) -> Kept{I, A} => {inner, keep}

next :: {I, A}(k: Pointer{Kept{I, A}}) -> (A, Bool)
    while true
        x := next(&k.inner) or_return
        if k.keep(x)
            return x, true
        end
    end
end

Taken :: struct {I}
    inner: I
    left: Int
end

taken :: {I}(inner: I, count: Int) -> Taken{I} => {inner, count}

next :: (t: Pointer{Taken{Fibonacci}}) -> (Int, Bool)
    if t.left == 0
        return 0, false
    end
    t.left -= 1
    return next(&t.inner)
end

next :: (t: Pointer{Taken{Primes}}) -> (Int, Bool)
    if t.left == 0
        return 0, false
    end
    t.left -= 1
    return next(&t.inner)
end

Zipped :: struct {I, J}
    first: I
    second: J
end

zipped :: {I, J}(first: I, second: J) -> Zipped{I, J} => {first, second}

next :: {I, J}(z: Pointer{Zipped{I, J}}) -> (Int, Int, Bool)
    a := next(&z.first) or_return
    b := next(&z.second) or_return
    return a, b, true
end

Fibonacci :: struct
    a: Int
    b: Int = 1
end

next :: (f: Pointer{Fibonacci}) -> (Int, Bool)
    f.a, f.b = f.b, f.a + f.b
    return f.a, true
end

Primes :: struct
    at: Int = 1
end

next :: (p: Pointer{Primes}) -> (Int, Bool)
    while true
        p.at += 1
        if is_prime(p.at)
            return p.at, true
        end
    end
end

is_prime :: (n: Int) -> Bool
    d := 2
    while d * d <= n
        if n % d == 0
            return false
        end
        d += 1
    end
    return n > 1
end

Permutations :: struct
    items: Array{Int, 4}
    started: Bool
end

next :: (p: Pointer{Permutations}) -> (Array{Int, 4}, Bool)
    if !p.started
        p.started = true
        return p.items, true
    end
    i := 2
    while i >= 0 && p.items[i] > p.items[i + 1]
        i -= 1
    end
    if i < 0
        return {}, false
    end
    j := 3
    while p.items[j] < p.items[i]
        j -= 1
    end
    p.items[i], p.items[j] = p.items[j], p.items[i]
    low, high := i + 1, 3
    while low < high
        p.items[low], p.items[high] = p.items[high], p.items[low]
        low += 1
        high -= 1
    end
    return p.items, true
end

sum_of :: {I}(it: I) -> Int
    total := 0
    for x in it
        total += x
    end
    return total
end

collected :: {I}(it: I) -> List{Int}
    list: List{Int}
    for x in it
        list.append(x)
    end
    return list
end

Traffic :: enum
    RED
    GREEN
    YELLOW
end

Lights :: struct
    state: Traffic
    seconds: Int
end

next :: (l: Pointer{Lights}) -> (Traffic, Int, Bool)
    l.state, l.seconds = match l.state
    case .RED => .GREEN
    case .GREEN => .YELLOW
    case .YELLOW => .RED
    end, l.seconds + match l.state case .RED => 30 case .GREEN => 25 case .YELLOW => 5 end
    return l.state, l.seconds, l.seconds < 100
end

main :: ()
    squares := mapped(range(0, 10), (x: Int) -> Int => x * x)
    print("{}\n", collected(squares))
    print("{}\n", sum_of(kept(squares, (x: Int) -> Bool => x % 2 == 1)))
    texts := mapped(kept(range(0, 30, 7), (x: Int) -> Bool => x != 14), (x: Int) -> String => format("<{}>", x))
    for t, i in texts
        print("{}:{} ", i, t)
    end
    print("|\n")
    print("{}\n", collected(taken(Fibonacci{}, 12)))
    for p, f in zipped(taken(Primes{}, 6), Fibonacci{})
        print("{}*{} ", p, f)
    end
    print("|\n")
    count, fixed := 0, 0
    for p in Permutations{items = {1, 2, 3, 4}}
        count += 1
        if p[0] == 1 && p[3] == 4
            fixed += 1
            print("{} ", p)
        end
    end
    print("{} {}\n", count, fixed)
    for light, at in Lights{}
        print("{}@{} ", light, at)
    end
    print("|\n")
    it := range(0, 100)
    while x := next(&it)
        if x * x > 200
            print("{}\n", x)
            break
        end
    end
end
