T :: struct
    a: Array{Int, 4}
end
[] :: #operator (t: T, i: String) -> Int => t.a[i.length]
[]= :: #operator (t: Pointer{T}, i: String, v: Int)
    t.a[i.length] = v
end
f :: () -> (Int, Int) => return 3, 1
run :: ()
    t: T
    t["a"], t["bb"] = f()
    print("{} {}\n", t["a"], t["bb"])
end
