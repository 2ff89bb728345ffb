Color :: enum
    RED
    GREEN
end
max :: {T}(a: T, b: T) -> T where is_ordered(T) => ifx a < b => b else => a end
zero :: {T}() -> T
    x: T
    return x
end
Ring :: struct {T, N: Int}
    items: Array{T, N}
    at: Int
end
push :: {T, N: Int}(r: *Ring{T, N}, x: T)
    r.items[r.at % N] = x
    r.at += 1
end
capacity :: {T, N: Int}(r: Ring{T, N}) -> Int => N
map :: {A, B, N: Int}(a: Array{A, N}, f: (x: A) -> B) -> Array{B, N}
    r: Array{B, N}
    for x, i in a r[i] = f(x); end
    return r
end
named :: {C: Color}() -> String => enum_name(C)
flagged :: {B: Bool}() -> String => ifx B => "yes" else => "no" end
applied :: {F: (n: Int) -> Int}(n: Int) -> Int => F(n)
triple :: (n: Int) -> Int => n * 3
kind :: {T}(x: T) -> String where size_of(T) == 1 => "small"
kind :: {T}(x: T) -> String where is_integer(T) && size_of(T) > 1 => "number"
kind :: {T}(x: T) -> String => "other"
fact :: {N: Int}() -> Int
    #if N <= 1
        return 1
    #else
        return N * fact{N - 1}()
    #end
end
Wrap :: struct {T}
    v: T
end
+ :: #operator {T}(a: Wrap{T}, b: Wrap{T}) -> Wrap{T} => {a.v + b.v}
run :: ()
    print("{} {} {}\n", max(3, 7), max(2.5, 1), max("a", "b"))
    print("{} {}\n", zero{i32}(), zero{Maybe{Int}}() == none)
    r: Ring{u8, 3}
    for i in 0..<4 r.push(u8(i) + 9); end
    print("{} {} {}\n", capacity(r), r.items[0], r.at)
    m := map(Array{Int, 4}{1, 2, 3, 4}, (x: Int) -> f32 => f32(x))
    print("{} {} {} {}\n", Int(m[0]), Int(m[1]), Int(m[2]), Int(m[3]))
    print("{}\n", applied{triple}(2))
    print("{} {}\n", named{.GREEN}(), flagged{2 > 1}())
    print("{} {}\n", max{i64}(5, 3), max(u8(8), 3))
    print("{} {} {}\n", kind(u8(1)), kind(1), kind("x"))
    print("{}\n", fact{4}())
    print("{} {}\n", (Wrap{Int}{1} + {2}).v, (Wrap{String}{"ab"} + Wrap{String}{"c"}).v)
    p, q := pair(10, 2.5)
    print("{} {}\n", p, q)
end
pair :: {A, B}(a: A, b: B) -> (A, B)
    return a, b
end
