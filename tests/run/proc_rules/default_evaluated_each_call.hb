n: Int
next_ :: () -> Int
    n += 1
    return n
end
f :: (x: Int = next_()) -> Int => x
run :: ()
    print("{} {} {} {}\n", f(), f(), f(10), f())
end
