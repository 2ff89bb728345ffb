run :: ()
    i := 0
    while i < 100
        i += 1
        if i % 2 == 0 continue; end
        if i > 6 break; end
        print("{} ", i)
    end
    print("|\n")
end
