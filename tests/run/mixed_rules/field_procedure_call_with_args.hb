T :: struct
    op: (x: Int, y: Int) -> Int
end
add :: (x: Int, y: Int) -> Int => x + y
run :: ()
    t := T{add}
    p := &t
    print("{} {}\n", t.op(3, 4), p.op(3, 4))
end
