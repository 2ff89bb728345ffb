run :: ()
    for i in 0..<5
        defer print("d{} ", i)
        if i == 1
            continue
        end
        print("{} ", i)
        if i == 2
            break
        end
    end
    print("|\n")
end
