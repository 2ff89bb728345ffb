// expect: 6 4.0 3.5
// expect: i32 u8 String Rune
// expect: 42 43 10
// expect: 124
// expect: 3 2.5 b
// expect: 6 40
// expect: 6 6
// expect: 4 7 true
// expect: Pair{String, Int}{first = "one", second = 1} Pair{i32, Bool}{first = 40, second = true}
// expect: 3 3
// expect: 120 7.5
// expect: [2, 4, 6, 8] [80, 2]
// expect: 9
// expect: 49
// expect: 12 7
// expect: 6 7.0
// expect: 7

// What stands in `{…}` tells generic parameters: typed elements first, then literals.
Pair :: struct {A, B}
    first: A
    second: B
end

sum :: {T}(xs: Slice{T}) -> T
    total: T
    for x in xs
        total += x
    end
    return total
end

count :: {T, N: Int}(_xs: Array{T, N}) -> Int => N
last :: {T, N: Int}(xs: Array{T, N}) -> T => xs[N - 1]
total :: {T}(rows: Slice{Slice{T}}) -> T
    all: T
    for row in rows
        all += sum(row)
    end
    return all
end
cells :: {T, N: Int, M: Int}(rows: Array{Array{T, M}, N}) -> (Int, T) => return N * M, rows[N - 1][M - 1]
of_rows :: {T, M: Int}(rows: Slice{Array{T, M}}) -> (Int, T) => return rows.length * M, rows[0][M - 1]
swapped :: {A, B}(pair: Pair{A, B}) -> Pair{B, A} => Pair{B, A}{pair.second, pair.first}
keys :: {A, B}(pairs: Slice{Pair{A, B}}) -> A => sum_firsts(pairs)
sum_firsts :: {A, B}(pairs: Slice{Pair{A, B}}) -> A
    all: A
    for pair in pairs
        all += pair.first
    end
    return all
end
all_of :: {T}(lists: ..Slice{T}) -> Int
    n := 0
    for list in lists
        n += list.length
    end
    return n
end
scaled :: {T}(xs: Slice{T}, by: T) -> T => sum(xs) * by
lanes :: {T, N: Int}(v: Simd{T, N}) -> Simd{T, N} => v + v
or_zero :: {T}(x: Maybe{Slice{T}}) -> T => sum(x or_else {})
apply :: {T}(steps: Slice{(x: T) -> T}, x: T) -> T
    y := x
    for step in steps
        y = step(y)
    end
    return y
end
double :: (x: Int) -> Int => 2 * x
next :: (x: Int) -> Int => x + 1

// A set: the generic member does not keep the other from what only that takes.
size :: {T}(xs: Slice{T}) -> Int => xs.length * size_of(T)
size :: (point: Pair{Int, String}) -> Int => point.first + point.second.length

name :: {T}(_xs: Slice{T}) -> String => type_info(T).name

in_generic :: {T}(a: T, b: T) -> T => sum({a, b, a}) + last({a, b})

// The elements are evaluated once, from left to right.
seen := 0
step :: (n: i32) -> i32
    seen = seen * 10 + Int(n)
    return n
end

main :: ()
    a: i32 = 40
    b: u8 = 2
    print("{} {} {}\n", sum({1, 2, 3}), sum({1.5, 2.5}), sum({1, 2.5}))
    print("{} {} {} {}\n", name({1, a}), name({b, 1}), name({"x", "y"}), name({'x'}))
    print("{} {} {}\n", sum({a, 2}), sum({2, a, 1}), sum({step(1), step(2), 3, step(4)}))
    print("{}\n", seen)
    print("{} {} {}\n", count({1, 2, 3}), last({1.0, 2.5}), last({"a", "b"}))
    print("{} {}\n", total({{1, 2}, {3}, {}}), total({{}, {a}}))
    n, corner := cells({{1, 2, 3}, {4, 5, 6}})
    print("{} {}\n", n, corner)
    m, end_of_first := of_rows({{b, 7}, {8, 9}})
    print("{} {} {}\n", m, end_of_first, type_of(end_of_first) == u8)
    print("{} {}\n", swapped({1, "one"}), swapped({second = a, first = true}))
    print("{} {}\n", keys({{1, "a"}, {2, "b"}}), all_of({1, 2}, {3}, {}))
    print("{} {}\n", scaled({1, 2}, a), scaled({1, 2}, 2.5))
    print("{} {}\n", lanes({1, 2, 3, 4}), lanes({a, 1}))
    print("{}\n", or_zero({4, 5}))
    print("{}\n", apply({double, next, (x: Int) -> Int => x * x}, 3))
    print("{} {}\n", size({a, a, a}), size({first = 3, second = "four"}))
    print("{} {}\n", in_generic(1, 2), in_generic(1.5, 2.0))
    print("{}\n", sum({sum({1, 2}), last({3, 4})}))
end
