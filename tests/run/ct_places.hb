// expect: 5 10 15 3
// expect: 21 3
// expect: 7 8
// expect: 1 2 3
// expect: 6
// expect: 24 1.5 x hello
// expect: true 49

double :: (n: Int) -> Int => n * 2
A :: #run double(2) + 1
B :: #run (double(5))
C : i32 : 15
g := #run double(1) + 1
arr := #run make()
make :: () -> Array{Int, 3}
    a: Array{Int, 3}
    for i in 0..<3
        a[i] = i + 1
    end
    return a
end
Point :: struct
    x: Int = #run double(3)
    y: Int = double(2) * 2
end
#run side_effect()
side_effect :: ()
end
fact :: (n: Int) -> Int
    if n < 2 return 1; end
    return n * fact(n - 1)
end
f :: (n: Int = #run double(10) + 1) -> Int => n
E1 :: enum
    A = double(3)
    B
end
sq :: (x: Float) -> Float => x * x
main :: () -> Int
    print("{} {} {} {}\n", A, B, C, g)
    print("{} {}\n", f(), #run double(1) + 1)
    p: Point
    print("{} {}\n", p.x + 1, p.y)
    print("{} {} {}\n", arr[0], arr[1], arr[2])
    print("{}\n", i32(E1.A))
    local :: fact(4)
    s :: "x"
    print("{} {} {} {}\n", local, 1.5, s, #run concat("hel", "lo"))
    t: Array{u8, #run double(24) + 1}
    ok := #run is_ok(5)
    print("{} {}\n", ok, t.length)
    return 0
end
is_ok :: (n: Int) -> Bool => n > 4
concat :: (a: String, b: String) -> String
    return format("{}{}", a, b)
end
