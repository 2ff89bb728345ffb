// expect: 14 21
// expect: 10 8
// expect: 9 true
// expect: 1 2 3
// expect: 3 2 1
// expect: upwards downwards

// C procedures in constants and initial values: what lies there is what C code may call.

Callback :: #type #c-call (x: i32) -> i32
Compare :: #type #c-call (a: *void, b: *void) -> i32

Order :: struct
    name: String
    compare: Compare
end

qsort :: (base: *void, count: u64, size: u64, compare: Compare) #foreign

triple :: (x: i32) -> i32 => x * 3

twice :: #c-call (x: i32) -> i32
    return x * 2
end

// Needs its context.
boxed :: (x: i32) -> i32
    box := new(x)
    defer free(box)
    return box@ + 1
end

upwards :: (a: *void, b: *void) -> i32 => bit_cast{*i32}(a)@ - bit_cast{*i32}(b)@
downwards :: (a: *void, b: *void) -> i32 => upwards(b, a)

both :: Array{Callback, 2}{twice, triple}
changeable: Array{Callback, 2} = {boxed, twice}
empty: Callback
orders :: Array{Order, 2}{Order{"upwards", upwards}, Order{compare = downwards, name = "downwards"}}

pick :: (want_triple: Bool) -> Callback
    return ifx want_triple => triple else => twice end
end

picked :: #run pick(true)

main :: () -> Int
    print("{} {}\n", both[0](7), both[1](7))
    print("{} {}\n", changeable[0](9), changeable[1](4))
    print("{} {}\n", picked(3), empty == null)
    numbers := Array{i32, 3}{2, 3, 1}
    for order in orders
        qsort(numbers.data, 3, 4, order.compare)
        print("{} {} {}\n", numbers[0], numbers[1], numbers[2])
    end
    print("{} {}\n", orders[0].name, orders[1].name)
    return 0
end
