main :: () -> Int
    let x = 3
    return x
end
