// Counts the primes below a limit.
sieve :: (limit: Int) -> Int
    composite := make_slice{Bool}(limit)
    defer delete(composite)
    count := 0
    for i in 2..<limit
        if !composite[i]
            count += 1
            j := i * i
            while j < limit
                composite[j] = true
                j += i
            end
        end
    end
    return count
end

N :: #config("n", 0)
RESULT :: #run sieve(N)

main :: ()
    print("{}\n", RESULT)
end
