is_int :: {T}(_x: T) -> Bool => T == Int
run :: ()
    print("{} {}\n", is_int(1), is_int("x"))
end
