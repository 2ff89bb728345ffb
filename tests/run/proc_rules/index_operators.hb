T :: struct
    a: Array{Int, 4}
    sets: Int
end
[] :: #operator (t: T, i: String) -> Int => t.a[i.length]
[]= :: #operator (t: Pointer{T}, i: String, v: Int)
    t.a[i.length] = v
    t.sets += 1
end
run :: ()
    t: T
    t["a"] = 5
    print("{} ", t["a"])
    t["ab"] = 9
    print("{} ", t["ab"])
    t["ab"] += 3
    print("{} {}\n", t["ab"], t.sets)
end
