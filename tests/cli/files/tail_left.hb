Big :: struct
    cells: Array{Int, 9}
end

first :: (n: Int, s: Big) -> Int
    s.cells[0] += n
    return #tail second(n - 1, s)
end

second :: (n: Int, s: Big) -> Int
    if n == 0
        return s.cells[0]
    end
    return #tail first(n, s)
end

main :: () -> Int
    return first(3, Big{})
end
