run :: ()
    a := block => 12 end
    b := block
        for i in 0..<10
            if i == 5
                => i
            end
        end
        => -1
    end
    print("{} {}\n", a, b)
end
