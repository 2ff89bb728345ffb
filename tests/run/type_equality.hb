// expect: true false
// expect: false true
// expect: false
// expect: true
// expect: false
// expect: false true true true
// expect: true false
// expect: false true true true
// expect: true false
// expect: true true true
// expect: true false
// expect: true true true

Inner :: struct
    a: u8
    b: f64
    c: String
end
Caseless :: struct
    text: String
end
== :: #operator (a: Caseless, b: Caseless) -> Bool => a.text.length == b.text.length
Outer :: struct
    i: Inner
    list: Array{Inner, 2}
    cl: Caseless
    p: Pointer{Int}
    f: (x: Int) -> Int
end
U :: union
    none_
    n: Int
    s: String
    c: Caseless
    i: Inner
end
twice :: (x: Int) -> Int => 2 * x
main :: () -> Int
    i := Inner{1, 0.5, "x"}
    j := Inner{1, 0.5, "x"}
    print("{} {}\n", i == j, i != j)
    j.c = "y"
    print("{} {}\n", i == j, i != j)
    zf := 0.0; nan := zf / zf
    k := Inner{1, nan, "x"}
    print("{}\n", k == k)
    x := 3
    o := Outer{i = i, cl = {"abc"}, p = &x, f = twice}
    q := o
    q.cl.text = "xyz"
    print("{}\n", o == q)
    q.list[1].c = "z"
    print("{}\n", o == q)
    u, v := U.n(3), U.s("three")
    print("{} {} {} {}\n", u == v, u == U.n(3), v == U.s("three"), U.c({"ab"}) == U.c({"cd"}))
    print("{} {}\n", U.none_ == U{}, U.i(i) != U.i(Inner{1, 0.5, "x"}))
    m: Maybe{Int} = 4
    n: Maybe{Int} = none
    print("{} {} {} {}\n", m == n, n == none, m == some(4), m != some(5))
    a := Array{String, 2}{"p", "q"}
    b := Array{String, 2}{"p", "q"}
    print("{} ", a == b)
    b[0] = "P"
    print("{}\n", a == b)
    s := "hello world"
    print("{} {} {}\n", s[0..<5] == "hello", s[6..] == "world", s[..<0] == "")
    f := twice
    print("{} {}\n", f == twice, f == null)
    t: Type = Int
    print("{} {} {}\n", t == Int, t == i64, type_of(s) == String)
    return 0
end
