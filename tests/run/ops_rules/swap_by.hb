T :: struct
    a: Array{Int, 4}
end
[] :: #operator (t: T, i: String) -> Int => t.a[i.length]
[]= :: #operator (t: Pointer{T}, i: String, v: Int)
    t.a[i.length] = v
end
run :: ()
    t: T
    t["a"], t["bb"] = 1, 2
    t["a"], t["bb"] = t["bb"], t["a"]
    print("{} {}\n", t["a"], t["bb"])
end
