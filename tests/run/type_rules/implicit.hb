f :: (x: Int) -> Int => x
g :: (x: f64) -> f64 => x
s :: (x: Slice{Int}) -> Int => x.length
v :: (x: Pointer{Void}) -> String => ifx x == null => "n" else => "x" end
run :: ()
    a: i8 = 5
    b: u8 = 5
    c: u32 = 5
    d: f32 = 1.5
    e: Array{Int, 3}
    print("{} {} {} {} {} {}\n", f(a), f(b), f(c), g(d), s(e), v(&a))
end
