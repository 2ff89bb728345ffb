// expect: Vec{x = 4.0, y = 6.0} Vec{x = 2.0, y = 4.0} Vec{x = -1.0, y = -2.0} Vec{x = -2.0, y = -2.0}
// expect: false true true false true
// expect: Vec{x = 8.0, y = 12.0}
// expect: Int i32 f64 String T Pointer{T} Slice{T} Slice{Pointer{T}} T
// expect: u8 f32
// expect: one plain many many
// expect: int any
// expect: 25
// expect: 208.0
// expect: Vec{x = 8.0, y = 12.0} 208.0
// expect: 1 3
// expect: 123 129 213
// expect: 7 12
// expect: 5
// expect: 23
// expect: 2.25

// overloads and closures
Vec :: struct
    x, y: f64
end
+ :: #operator (a: Vec, b: Vec) -> Vec => Vec{a.x + b.x, a.y + b.y}
* :: #operator (a: Vec, k: f64) -> Vec => Vec{a.x * k, a.y * k}
* :: #operator (k: f64, a: Vec) -> Vec => a * k
- :: #operator (a: Vec) -> Vec => Vec{-a.x, -a.y}
- :: #operator (a: Vec, b: Vec) -> Vec => a + -b
== :: #operator (a: Vec, b: Vec) -> Bool => a.x == b.x
< :: #operator (a: Vec, b: Vec) -> Bool => a.x < b.x
in :: #operator (k: f64, v: Vec) -> Bool => v.x == k || v.y == k
kind :: (x: Int) -> String => "Int"
kind :: (x: i32) -> String => "i32"
kind :: (x: f64) -> String => "f64"
kind :: (x: String) -> String => "String"
kind :: {T}(x: T) -> String => "T"
kind :: {T}(x: Pointer{T}) -> String => "Pointer{T}"
kind :: {T}(x: Slice{T}) -> String => "Slice{T}"
kind :: {T}(x: Slice{Pointer{T}}) -> String => "Slice{Pointer{T}}"
kind :: (x: Any, y: Int) -> String => "Any"
num :: (x: u8) -> String => "u8"
num :: (x: f32) -> String => "f32"
opt :: (x: Int) -> String => "one"
opt :: (x: Int, y: Int = 3) -> String => "two"
var :: (x: Int) -> String => "plain"
var :: (x: ..Int) -> String => "many"
wh :: {T}(x: T) -> String => "any"
wh :: {T}(x: T) -> String where is_integer(T) => "int"
apply :: (f: (x: Int) -> Int, x: Int) -> Int => f(x)
sq :: (x: Int) -> Int => x * x
sq :: (x: f64) -> f64 => x * x
length2 :: (v: Vec) -> f64 => v.x * v.x + v.y * v.y
scale :: (v: Pointer{Vec}, k: f64)
    v.x *= k
    v.y *= k
end
log_all :: (level: Int, items: ..Any) -> Int => level + items.length
named :: (a: Int, b: Int = 2, c: Int = 3) -> Int => a * 100 + b * 10 + c
Op :: #type (a: Int, b: Int) -> Int
ops :: Array{Op, 2}{(a: Int, b: Int) -> Int => a + b, (a: Int, b: Int) -> Int => a * b}
Button :: struct
    on: (n: Int) -> Int
end
main :: () -> Int
    a := Vec{1, 2}
    b := Vec{3, 4}
    print("{} {} {} {}\n", a + b, 2.0 * a, -a, a - b)
    print("{} {} {} {} {}\n", a == b, a != b, a < b, a >= b, 2.0 in a)
    a += b
    a *= 2.0
    print("{}\n", a)
    x: i32 = 1
    p := &x
    s := Array{Int, 2}{1, 2}
    ps := Array{Pointer{i32}, 1}{p}
    print("{} {} {} {} {} {} {} {} {}\n", kind(1), kind(x), kind(1.0), kind("s"), kind(true), kind(p), kind(s[..]), kind(ps[..]), kind(s))
    print("{} {}\n", num(1), num(1.5))
    print("{} {} {} {}\n", opt(1), var(1), var(1, 2), var())
    print("{} {}\n", wh(1), wh("x"))
    print("{}\n", apply(sq, 5))
    print("{}\n", a.length2())
    a.scale(0.5)
    pa := &a
    pa.scale(2.0)
    print("{} {}\n", a, pa.length2())
    print("{} {}\n", log_all(1), log_all(1, "a", 2.5))
    print("{} {} {}\n", named(1), named(1, c = 9), named(b = 1, a = 2))
    print("{} {}\n", ops[0](3, 4), ops[1](3, 4))
    bt := Button{(n: Int) -> Int => n + 1}
    print("{}\n", bt.on(4))
    k := 10
    add := [k] (n: Int) -> Int => n + k
    total := 0
    acc := [&total] (n: Int)
        total += n
    end
    acc(add(1))
    acc(add(2))
    print("{}\n", total)
    f: (x: f64) -> f64 = sq
    print("{}\n", f(1.5))

    return 0
end
