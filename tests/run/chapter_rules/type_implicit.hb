wide :: (n: i64) -> i64 => n
signed :: (n: i16) -> i16 => n
double :: (x: f64) -> f64 => x
sum :: (s: Slice{Int}) -> Int
    t := 0
    for x in s
        t += x
    end
    return t
end
address :: (p: Pointer{Void}) -> Bool => p != null
anything :: (a: Any) -> Int => as{Int}(a) or_else 0
maybe :: (m: Maybe{u16}) -> Int => Int(m or_else 0)
run :: ()
    a: i8 = 5
    b: u8 = 200
    c: f32 = 1.5
    d: u16 = 3
    print("{} {} {} {}\n", wide(a), signed(b), double(c), maybe(d))
    z: Array{Int, 4} = {1, 2, 3, 4}
    print("{} {}\n", sum(z), sum({5, 15}))
    n := 7
    if address(&n)
        print("{}\n", n)
    end
    print("any {}\n", anything(5))
    e: i128 = b
    e -= 188
    print("{}\n", e)
end
