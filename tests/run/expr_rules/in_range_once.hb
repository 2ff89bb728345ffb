f :: () -> Int
    print("f ")
    return 3
end
run :: ()
    print("{}\n", f() in 1..=3)
end
