main :: () -> Int
    return 42
end
