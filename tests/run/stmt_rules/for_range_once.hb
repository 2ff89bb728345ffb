f :: () -> Int
    print("f ")
    return 3
end
run :: ()
    for i in 0..<f()
        print("{} ", i)
    end
    print("|\n")
end
