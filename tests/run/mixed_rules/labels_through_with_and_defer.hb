run :: ()
    outer: for i in 0..<5
        with context{user_index = u32(i) + 1}
            defer print("d{} ", context.user_index - 1)
            print("a{} ", i)
            for _ in 0..<3
                if i == 0
                    continue outer
                end
                break outer
            end
        end
    end
    print("out {}\n", context.user_index)
end
