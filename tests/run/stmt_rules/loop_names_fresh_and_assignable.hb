run :: ()
    for i in 0..<3
        i += 10
        print("{} ", i)
    end
    print("|\n")
end
