count :: (x: Int) -> Int => x * 2
run :: ()
    count := count(5)
    print("{}\n", count)
end
