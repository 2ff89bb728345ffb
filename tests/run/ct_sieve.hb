// expect: 9592 99991 true
sieve :: (limit: Int) -> Slice{Int}
    is_out := make_slice{Bool}(limit)
    defer delete(is_out)
    count := 0
    for i in 2..<limit
        if !is_out[i]
            count += 1
            j := i * i
            while j < limit
                is_out[j] = true
                j += i
            end
        end
    end
    primes := make_slice{Int}(count)
    n := 0
    for i in 2..<limit
        if !is_out[i]
            primes[n] = i
            n += 1
        end
    end
    return primes
end
PRIMES :: #run sieve(100000)
has :: (n: Int) -> Bool
    low, high := 0, PRIMES.length
    while low < high
        middle := (low + high) / 2
        if PRIMES[middle] < n
            low = middle + 1
        else
            high = middle
        end
    end
    return low < PRIMES.length && PRIMES[low] == n
end
main :: ()
    print("{} {} {}\n", PRIMES.length, PRIMES[PRIMES.length - 1], has(7919))
end
