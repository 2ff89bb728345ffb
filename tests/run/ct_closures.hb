// expect: 18 36
// expect: 9 9
// expect: ["fig", "kiwi", "pear", "apple", "banana"] 1234
// expect: 10
// expect: 3 57
// expect: 99 10000 10000
// expect: true

List :: #import "List"
Sort :: #import "Sort"

// Closures, procedures as values and procedures that take them, all in the compiler.

compose :: (f: (x: Int) -> Int, g: (x: Int) -> Int, x: Int) -> Int => f(g(x))
double :: (x: Int) -> Int => x * 2
square :: (x: Int) -> Int => x * x

fold :: {T, R}(items: Slice{T}, start: R, step: #closure (sum: R, x: T) -> R) -> R
    sum := start
    for x in items
        sum = step(sum, x)
    end
    return sum
end

counted :: (n: Int) -> Int
    calls, limit := 0, 50
    count := [&calls, limit] (x: Int) -> Bool
        calls += 1
        return x < limit
    end
    i := 0
    while count(i * n)
        i += 1
    end
    return calls
end

sorted :: () -> Array{String, 5}
    words := Array{String, 5}{"pear", "fig", "banana", "kiwi", "apple"}
    Sort.sort(words[..], (a: String, b: String) -> Bool => a.length < b.length || a.length == b.length && a < b)
    return words
end

pipeline :: () -> List.List{Int}
    l := List.list{Int}()
    for i in 0..<20
        l.append(i)
    end
    factor := 3
    odd := l.filtered((x: Int) -> Bool => x % 2 == 1)
    return odd.mapped([factor] (x: Int) -> Int => x * factor)
end

SORTED :: #run sorted()
PIPELINE :: #run pipeline()
SUM :: #run fold({1, 2, 3, 4}, 0, (sum: Int, x: Int) -> Int => sum * 10 + x)

// tables of procedures are constants: their addresses are the program's
Step :: #type (x: Int) -> Int
STEPS :: Array{Step, 3}{double, square, (x: Int) -> Int => x - 1}

steps :: (names: Slice{String}) -> Slice{Step}
    result := make_slice{Step}(names.length)
    for name, i in names
        result[i] = ifx name == "double" => double else => square end
    end
    return result
end

CHOSEN :: #run steps({"double", "square", "square"})

run :: (steps: Slice{Step}, x: Int) -> Int
    value := x
    for step in steps
        value = step(value)
    end
    return value
end

main :: ()
    print("{} {}\n", #run compose(double, square, 3), #run compose(square, double, 3))
    print("{} {}\n", #run counted(7), counted(7))
    print("{} {}\n", SORTED, SUM)
    print("{}\n", PIPELINE.length)
    pipeline := PIPELINE
    print("{} {}\n", pipeline[0], pipeline[9])
    print("{} {} {}\n", run(STEPS[..], 5), run(CHOSEN, 5), #run run(CHOSEN, 5))
    print("{}\n", CHOSEN[0] == double)
end
