// expect: fair: true
// expect: 1326 true
// expect: true
// expect: 3.1
// expect: true

// Games with a seed: the same every time, and fair.

Math :: #import "Math"
Random :: #import "Random"
Sort :: #import "Sort"

main :: () -> Int
    r := Random.random(2026)
    counts: Array{Int, 6}
    for _ in 0..<60_000
        counts[r.between(1, 6) - 1] += 1
    end
    chi := 0.0
    for n in counts
        d := f64(n) - 10_000.0
        chi += d * d / 10_000.0
    end
    print("fair: {}\n", chi < 20.0)
    deck: Array{Int, 52}
    for &card, i in deck
        card = i
    end
    r.shuffle(deck[..])
    sum := 0
    for card in deck
        sum += card
    end
    sorted := deck
    Sort.sort(sorted[..])
    print("{} {}\n", sum, sorted[0] == 0 && sorted[51] == 51 && deck != sorted)
    one, two := Random.random(5), Random.random(5)
    same := true
    for _ in 0..<1000
        same = same && one.next_u64() == two.next_u64()
    end
    print("{}\n", same)
    inside := 0
    for _ in 0..<40_000
        x, y := r.unit(), r.unit()
        if x * x + y * y < 1.0
            inside += 1
        end
    end
    print("{:.1}\n", 4.0 * f64(inside) / 40_000.0)
    heads := 0
    for _ in 0..<10_000
        heads += Int(r.chance(0.25))
    end
    print("{}\n", Math.abs(heads - 2500) < 200)
    return 0
end
