f :: (xs: ..Int) -> Int => xs.length
run :: ()
    a: Slice{Int} = {1, 2, 3}
    print("{}\n", f(..a))
end
