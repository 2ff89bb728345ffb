run :: ()
    n := 0
    block
        add := [&n] ()
            n += 1
        end
        for _ in 0..<3
            defer add()
            print("{} ", n)
        end
    end
    print("| {}\n", n)
end
