main :: () -> Int
    n: Int = "five"
    return n
end
