f :: (x: Int) -> Int => x
run :: ()
    p: Pointer{Int}
    print("{} {} {}\n", p, Int, type_of(f))
end
