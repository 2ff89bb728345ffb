// The greatest number of prefix reversals over all permutations of n numbers.

N :: 10

fannkuch :: (n: Int) -> (checksum: Int, greatest: Int)
    permutation: Array{i32, 16}
    work: Array{i32, 16}
    count: Array{i32, 16}
    for i in 0..<n
        permutation[i] = i32(i)
    end
    checksum, greatest, index := 0, 0, 0
    r := n
    while true
        while r != 1
            count[r - 1] = i32(r)
            r -= 1
        end
        for i in 0..<n
            work[i] = permutation[i]
        end
        flips := 0
        k := Int(work[0])
        while k != 0
            low, high := 0, k
            while low < high
                work[low], work[high] = work[high], work[low]
                low += 1
                high -= 1
            end
            flips += 1
            k = Int(work[0])
        end
        greatest = ifx flips > greatest => flips else => greatest end
        checksum += ifx index % 2 == 0 => flips else => -flips end
        while true
            if r == n
                return checksum, greatest
            end
            first := permutation[0]
            for i in 0..<r
                permutation[i] = permutation[i + 1]
            end
            permutation[r] = first
            count[r] -= 1
            if count[r] > 0
                break
            end
            r += 1
        end
        index += 1
    end
end

main :: () -> Int
    checksum, greatest := fannkuch(N)
    print("{}\nPfannkuchen({}) = {}\n", checksum, N, greatest)
    return 0
end
