// A `for` gives the other parameters of `next` their defaults in each round: the place of the loop, and whatever else is written.

// expect: 1 25
// expect: 2 25
// expect: 3 25
// expect: calls: 4
Steps :: struct
    at: Int
end

calls: Int

step :: () -> Int
    calls += 1
    return 1
end

next :: (it: Pointer{Steps}, by: Int = step(), location: Pointer{Source_Location} = #caller-location) -> (Int, Int, Bool)
    it.at += by
    return it.at, Int(location.line), it.at < 4
end

main :: ()
    steps := Steps{}
    for x, line in steps
        print("{} {}\n", x, line)
    end
    print("calls: {}\n", calls)
end
