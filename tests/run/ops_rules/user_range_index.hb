T :: struct
    x: Int
end
[] :: #operator (t: T, i: Int) -> Int => t.x + i
run :: ()
    t := T{4}
    print("{}\n", t[3])
end
