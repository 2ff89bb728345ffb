main :: () -> Int
    print("hello\n")
    return 0
end
