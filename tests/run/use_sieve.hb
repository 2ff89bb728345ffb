// expect: 1229 primes, 205 twins, the first from 9000 is 9001

// primes in a set of bits; pairs of them that differ by two

Bit_Set :: #import "Bit_Set"

main :: ()
    LIMIT :: 10_000
    primes := Bit_Set.bit_set(LIMIT)
    defer primes.destroy()
    for i in 2..<LIMIT
        primes.insert(i)
    end
    at := 2
    while at * at < LIMIT
        multiple := at * at
        while multiple < LIMIT
            primes.remove(multiple)
            multiple += at
        end
        at = primes.first_from(at + 1)
    end
    twins := 0
    for p in primes
        twins += Int(p + 2 in primes)
    end
    print("{} primes, {} twins, the first from 9000 is {}\n", primes.length(), twins, primes.first_from(9000))
end
