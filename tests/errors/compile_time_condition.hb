// error-line: 7
// error-code: E0601
// error-mentions: division

// nobody knows whether the end is reached when the condition of an `#if` has no value
answer :: (n: Int) -> Int
    #if 1 / (size_of(Int) - 8) == 0
        return n
    #end
end

main :: () => print("{}\n", answer(1))
