run :: ()
    for i in reverse(0..<4)
        print("{} ", i)
    end
    print("|\n")
end
