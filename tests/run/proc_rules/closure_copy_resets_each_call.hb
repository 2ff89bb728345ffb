run :: ()
    n := 1
    f := [n] () -> Int
        n += 1
        return n
    end
    print("{} {}\n", f(), f())
end
