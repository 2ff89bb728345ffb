// The sieve of Eratosthenes, a byte a number.

LIMIT :: 20_000_000
ROUNDS :: 3

count_primes :: (composite: Slice{u8}) -> Int
    for &c in composite
        c = 0
    end
    n := composite.length
    i := 2
    while i * i < n
        if composite[i] == 0
            j := i * i
            while j < n
                composite[j] = 1
                j += i
            end
        end
        i += 1
    end
    count := 0
    for k in 2..<n
        if composite[k] == 0
            count += 1
        end
    end
    return count
end

main :: () -> Int
    composite := make_slice{u8}(LIMIT)
    count := 0
    for _ in 0..<ROUNDS
        count += count_primes(composite)
    end
    print("{}\n", count)
    return 0
end
