// expect: 500000500000
// expect: 1000 squares, the last 998001
// expect: sum 499500, the same again true
// expect: fibonacci 6765
// expect: group: true 3 55
// expect: inherited 77 77
// expect: failed: false
// expect: nested 4950

Atomic :: #import "Atomic"
Task :: #import "Task"

#add-context trace_id: Int = 0

fibonacci :: (n: Int) -> Int
    if n < 2
        return n
    end
    if n < 10
        return fibonacci(n - 1) + fibonacci(n - 2)
    end
    a, b: Int
    Task.join([&a, n] ()
        a = fibonacci(n - 1)
    end, [&b, n] ()
        b = fibonacci(n - 2)
    end)
    return a + b
end

Part :: struct
    first, last: Int
    sum: Pointer{Int}
end

add_up :: (part: Part)
    sum := 0
    for i in part.first..<part.last
        sum += i
    end
    Atomic.add(part.sum, sum)
end

seen: Int

look :: (_n: Int)
    Atomic.add(&seen, context.trace_id)
end

fail_at :: (n: Int) -> Bool
    return n != 7
end

main :: ()
    numbers := make_slice{Int}(1_000_001)
    Task.parallel_for(0, numbers.length, [numbers] (i: Int)
        numbers.data[i] = i
    end)
    sum := 0
    for n in numbers
        sum += n
    end
    print("{}\n", sum)

    squares := Task.parallel_map(numbers[0..<1000], (x: Int) -> Int => x * x)
    print("{} squares, the last {}\n", squares.length, squares[999])

    plus :: (a: Int, b: Int) -> Int => a + b
    first := Task.parallel_reduce(numbers[0..<1000], 0, plus, plus)
    floats := make_slice{f64}(10_000)
    for &x, i in floats
        x = 1.0 / f64(i + 1)
    end
    add :: (a: f64, b: f64) -> f64 => a + b
    same := Task.parallel_reduce(floats, 0.0, add, add) == Task.parallel_reduce(floats, 0.0, add, add)
    print("sum {}, the same again {}\n", first, same)
    print("fibonacci {}\n", fibonacci(20))

    total := 0
    group := Task.group()
    group.spawn(add_up, Part{0, 4, &total})
    group.spawn(add_up, Part{4, 8, &total})
    group.spawn(add_up, Part{8, 11, &total})
    good := group.wait()
    print("group: {} {} {}\n", good, 3, total)

    with context{trace_id = 7}
        traced := Task.group()
        for i in 0..<11
            traced.spawn(look, i)
        end
        traced.wait()
    end
    inside := seen
    seen = 0
    with context{trace_id = 7}
        Task.parallel_for(0, 11, (_i: Int)
            Atomic.add(&seen, context.trace_id)
        end, 1)
    end
    print("inherited {} {}\n", inside, seen)

    failing := Task.group()
    for i in 0..<20
        failing.spawn(fail_at, i)
    end
    print("failed: {}\n", failing.wait())

    nested := 0
    Task.parallel_for(0, 10, [&nested] (i: Int)
        Task.parallel_for(0, 10, [&nested, i] (j: Int)
            Atomic.add(&nested, i * 10 + j)
        end, 1)
    end, 1)
    print("nested {}\n", nested)
end
