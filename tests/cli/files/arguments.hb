main :: (arguments: Slice{String}) -> Int
    for argument, i in arguments
        if i > 0
            print("{}\n", argument)
        end
    end
    return arguments.length
end
