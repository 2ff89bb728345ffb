// Takes longer than a terminal waits without a word.
count :: (rounds: Int) -> Int
    sum := 0
    for i in 0..<rounds
        sum += i & 3
    end
    return sum
end

SUM :: count(80_000_000)

main :: () -> Int
    return SUM & 1
end
