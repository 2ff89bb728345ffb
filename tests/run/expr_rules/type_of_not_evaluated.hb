n: Int
f :: () -> Int
    n += 1
    return 1
end
run :: ()
    t := type_of(f())
    print("{} {}\n", t, n)
end
