// expect: 4000 21
// expect: false 500000500000
// expect: 1023 true true
// expect: 92 5604 37

// Recursion of several kinds, up to what the limits allow.

depth :: (n: Int) -> Int
    if n == 0
        return 0
    end
    return 1 + depth(n - 1)
end

ackermann :: (m: Int, n: Int) -> Int
    if m == 0
        return n + 1
    end
    if n == 0
        return ackermann(m - 1, 1)
    end
    return ackermann(m - 1, ackermann(m, n - 1))
end

is_even :: (n: Int) -> Bool => ifx n == 0 => true else => is_odd(n - 1) end
is_odd :: (n: Int) -> Bool => ifx n == 0 => false else => is_even(n - 1) end

// a tail call needs no frame: a million of them fit
count_down :: (n: Int, sum: Int) -> Int
    if n == 0
        return sum
    end
    return #tail count_down(n - 1, sum + n)
end

hanoi :: (n: Int, from: Int, to: Int, by: Int, moves: Pointer{Int}) -> Int
    if n == 0
        return 0
    end
    first := hanoi(n - 1, from, by, to, moves)
    moves@ = (moves@ * 31 + from * 7 + to) % 1_000_003
    return first + 1 + hanoi(n - 1, by, to, from, moves)
end

solve :: (n: Int) -> (Int, Int)
    moves := 0
    count := hanoi(n, 1, 3, 2, &moves)
    return count, moves
end

Solution :: struct
    moves, hash: Int
end

solve_both :: () -> Solution
    moves, hash := solve(10)
    return Solution{moves, hash}
end

SOLUTION :: #run solve_both()

queens :: (n: Int, row: Int, columns: u32, left: u32, right: u32) -> Int
    if row == n
        return 1
    end
    count := 0
    free := ~(columns | left | right) & ((u32(1) << n) - 1)
    while free != 0
        bit := free & (~free + 1)
        free ^= bit
        count += queens(n, row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1)
    end
    return count
end

partitions :: (n: Int, most: Int) -> Int
    if n == 0
        return 1
    end
    count := 0
    for part in 1..=min(n, most)
        count += partitions(n - part, part)
    end
    return count
end

// constants that need one another's values, in any order
E :: D + 1
D :: #run depth(C)
C :: B * B
B :: 6

main :: ()
    print("{} {}\n", #run depth(4000), #run ackermann(2, 9))
    print("{} {}\n", #run is_even(3001), #run count_down(1_000_000, 0))
    moves, hash := solve(10)
    fixed_moves, fixed_hash := SOLUTION.moves, SOLUTION.hash
    print("{} {} {}\n", fixed_moves, moves == fixed_moves, hash == fixed_hash)
    print("{} {} {}\n", #run queens(8, 0, 0, 0, 0), #run partitions(30, 30), E)
end
