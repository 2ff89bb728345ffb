run :: ()
    x := block
        for i in 0..<10
            with context{user_index = 3}
                defer print("d ")
                if i == 0
                    => 7
                end
            end
        end
        => 8
    end
    print("{} {}\n", x, context.user_index)
end
