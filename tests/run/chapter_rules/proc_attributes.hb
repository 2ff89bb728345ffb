double :: (n: Int) -> Int #inline #must-use => n * 2
slow :: (n: Int) -> Int #cold #no-inline
    return n + 1
end
callback :: #c-call (x: i32) -> i32
    return x * x
end
apply :: (f: #c-call (x: i32) -> i32, x: i32) -> i32
    return f(x)
end
counter: Int
stamp :: (at := tick()) -> Int => at
tick :: () -> Int
    counter += 1
    return counter
end
with_allocator :: (n: Int, allocator := context.allocator) -> Bool
    return allocator != null && n > 0
end
run :: ()
    print("{} {}\n", double(1) + 1, slow(3))
    print("{}\n", Int(with_allocator(1)) + 4)
    print("{}\n", apply(callback, 3))
    print("{} {}\n", stamp(), stamp())
end
