// expect: [1, 1, 3, 4, 5]
// expect: [-inf, -2.5, -0.0, 0.0, 1.0, NaN]
// expect: ["", "a", "ab", "b", "é"]
// expect: Ann 30;Cid 30;Bob 41;Dan 41;
// expect: Dan Cid Bob Ann
// expect: true true true true
// expect: 1 some(2) 3 none 2 4
// expect: [0, 1, 2] 45
// expect: true false true
// expect: [200, 3, 1] [-128, 0, 127] [9, 8]

#import "Sort"

Person :: struct
    name: String
    age: Int
end

Pair :: struct
    key: Int
    place: Int
end

< :: #operator (a: Pair, b: Pair) -> Bool => a.key < b.key

shuffled :: (n: Int, values: Int) -> Slice{Pair}
    result := make_slice{Pair}(n)
    state: u64 = 42
    for i in 0..<n
        state = state * 6364136223846793005 + 1442695040888963407
        result[i] = Pair{Int(state >> 33) % values, i}
    end
    return result
end

is_stable :: (pairs: Slice{Pair}) -> Bool
    for i in 1..<pairs.length
        if pairs[i].key < pairs[i - 1].key || pairs[i].key == pairs[i - 1].key && pairs[i].place < pairs[i - 1].place
            return false
        end
    end
    return true
end

main :: () -> Int
    numbers := Array{Int, 5}{3, 1, 4, 1, 5}
    sort(numbers[..])
    print("{}\n", numbers)
    zero := 0.0
    floats := Array{f64, 6}{1.0, zero / zero * -1.0, 0.0, -2.5, -0.0, -1.0 / zero}
    floats[1] = bit_cast{f64}(u64(0x7ff8000000000000))
    sort(floats[..])
    print("{}\n", floats)
    words := Array{String, 5}{"b", "", "é", "ab", "a"}
    sort(words[..])
    print("{}\n", words)
    people := Array{Person, 4}{{"Bob", 41}, {"Ann", 30}, {"Dan", 41}, {"Cid", 30}}
    sort_by_key(people[..], (p: Person) -> Int => p.age)
    for p in people
        print("{} {};", p.name, p.age)
    end
    print("\n")
    sort(people[..], (a: Person, b: Person) -> Bool => b.name < a.name)
    print("{} {} {} {}\n", people[0].name, people[1].name, people[2].name, people[3].name)
    many := shuffled(3000, 40)
    sort(many)
    unstable := shuffled(3000, 1000)
    sort_unstable(unstable)
    equal_ones := shuffled(500, 1)
    sort_unstable(equal_ones)
    by_closure := shuffled(777, 50)
    sort_unstable(by_closure, (a: Pair, b: Pair) -> Bool => b < a)
    print("{} {} {} {}\n", is_stable(many), is_sorted(unstable), is_sorted(equal_ones), by_closure[0].key == 49 && by_closure[776].key == 0)
    n := numbers[..]
    found := binary_search(n, 3)
    missing := binary_search(n, 2)
    print("{} {} {} {} {} {}\n", upper_bound(n, 0) + 1, found, found.some + 1, missing, lower_bound(n, 2), upper_bound(n, 4))
    part := Array{Int, 10}{9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
    partial_sort(part[..], 3)
    sum := 0
    for x in part
        sum += x
    end
    print("{} {}\n", part[..<3], sum)
    descending := make_slice{Pair}(100)
    for i in 0..<100
        descending[i] = Pair{-i, -i}
    end
    print("{} {} ", is_sorted(part[..<3]), is_sorted(descending))
    sort(descending)
    print("{}\n", is_stable(descending))
    small := Array{u8, 3}{1, 200, 3}
    sort(small[..], (a: u8, b: u8) -> Bool => a > b)
    signed := Array{i8, 3}{127, -128, 0}
    sort_unstable(signed[..])
    wide := Array{u128, 2}{8, 9}
    sort(wide[..])
    reverse_items(wide[..])
    print("{} {} {}\n", small, signed, wide)
    return 0
end
