Map :: #import "Map"
fill :: (n: Int) -> Int
    m := Map.map{Int, Int}(seed = 1)
    defer m.destroy()
    for i in 0..<n
        m[i * 7919] = i
    end
    sum := 0
    for i in 0..<n
        sum += m[i * 7919]
    end
    return sum
end
N :: #config("n", 0)
RESULT :: #run fill(N)
main :: ()
    print("{}\n", RESULT)
end
