run :: ()
    outer: for i in 0..<3
        for j in 0..<3
            if j == 2
                continue outer
            end
            if i == 1 && j == 1
                continue outer
            end
            print("{}{} ", i, j)
        end
    end
    print("|\n")
    b: block
        for i in 0..<3
            if i == 1
                break b
            end
        end
        print("not\n")
    end
    print("done\n")
end
