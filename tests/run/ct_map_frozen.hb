// expect: 5 3 2 false
// expect: 5 4 false 7
// expect: 46 true false
// expect: monday=0 tuesday=1 thursday=3 friday=4 5
// expect: ["0/3", "1/3", "2/3"] 18/19
// expect: 920 3/4

Map :: #import "Map"
Set :: #import "Set"
Ordered_Map :: #import "Ordered_Map"

// Containers of the library that the compiler fills: they are read as they are, and grow at run time.

word_counts :: (text: String) -> Map.Map{String, Int}
    counts := Map.map{String, Int}(seed = 5)
    start := 0
    for i in 0..=text.length
        if i == text.length || text[i] == ' '
            if i > start
                counts[text[start..<i]] += 1
            end
            start = i + 1
        end
    end
    return counts
end

counts := #run word_counts("the cat and the dog and the bird")

primes :: (limit: Int) -> Set.Set{Int}
    found := Set.set{Int}(seed = 1)
    for n in 2..<limit
        composite := false
        for d in 2..<n
            if n % d == 0
                composite = true
                break
            end
        end
        if !composite
            found.insert(n)
        end
    end
    return found
end

PRIMES :: #run primes(200)

days :: () -> Ordered_Map.Ordered_Map{String, Int}
    m := Ordered_Map.ordered_map{String, Int}()
    for name, i in Array{String, _}{"monday", "tuesday", "wednesday", "thursday", "friday"}
        m[name] = i
    end
    m.remove("wednesday")
    return m
end

week := #run days()

nested :: () -> Map.Map{Int, Slice{String}}
    m := Map.map{Int, Slice{String}}(seed = 2)
    for n in 0..<20
        list := make_slice{String}(n)
        for &text, i in list
            text = format("{}/{}", i, n)
        end
        m[n] = list
    end
    return m
end

table := #run nested()

main :: ()
    print("{} {} {} {}\n", counts.length, counts["the"], counts["and"], counts.contains("mouse"))
    counts["mouse"] = 7
    counts["the"] += 1
    counts.remove("and")
    print("{} {} {} {}\n", counts.length, counts["the"], counts.contains("and"), counts["mouse"])
    known := PRIMES
    print("{} {} {}\n", Set.length(&known), 199 in known, 198 in known)
    for name, n in week
        print("{}={} ", name, n)
    end
    week["sunday"] = 6
    print("{}\n", week.length)
    print("{:?} {}\n", table[3], table[19][18])
    for i in 100..<1000
        table[i] = {"x"}
    end
    print("{} {}\n", table.length, table[4][3])
end
