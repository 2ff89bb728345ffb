Meters :: distinct f64
Seconds :: distinct f64
Handle :: distinct Pointer{Void}
Index :: distinct Int
what :: (m: Meters) -> String => "Meters"
what :: (s: Seconds) -> String => "Seconds"
* :: #operator (a: Index, b: Bool) -> Index => ifx b => a else => Index(0) end
run :: ()
    a: Meters = 2.5
    b := a + 3.0
    print("{} {}\n", f64(b), f64(b - a))
    print("{} {}\n", a < b, a == b)
    print("{} {}\n", what(a), what(Seconds(1.0)))
    i := Index(3)
    i += 9
    print("{}\n", Int(i * true))
    h: Handle = null
    arr: Array{Int, 9} = {0, 1, 2, 3, 4, 5, 6, 7, 8}
    print("{}\n", ifx h == null => arr[7] else => 0 end)
    k := Index(i * false) + 3
    print("{}\n", Int(k))
end
