run :: () -> Int
    print("1\n")
    return 0;
end
