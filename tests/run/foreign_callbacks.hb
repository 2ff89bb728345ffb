// expect: 1 2 3 5 8
// expect: 8 5 3 2 1
// expect: 1 2 3 5 8
// expect: found 5 at 3
// expect: true
// expect: 8 12 16
// expect: 10 15
// expect: visited 3, sum 60, last third
// expect: 2 3
// expect: by the exit, 4

// Procedures that C code calls: named ones, literals, `#c-call` procedures with a context that they make or are handed.

qsort :: (base: *void, count: u64, size: u64, compare: #c-call (a: *void, b: *void) -> i32) #foreign
bsearch :: (key: *void, base: *void, count: u64, size: u64, compare: #c-call (a: *void, b: *void) -> i32) -> *void #foreign
atexit :: (f: #c-call ()) -> i32 #foreign

Callback :: #type #c-call (x: i32) -> i32

show :: (numbers: Slice{i32})
    for n, i in numbers
        print("{}{}", ifx i > 0 => " " else => "" end, n)
    end
    print("\n")
end

upwards :: #c-call (a: *void, b: *void) -> i32
    x, y := bit_cast{*i32}(a)@, bit_cast{*i32}(b)@
    return ifx x < y => -1 else if x > y => 1 else => 0 end
end

// Its own context, for as long as the block lasts.
loudly :: #c-call (a: *void, b: *void) -> i32
    result: i32
    with default_context()
        pair := new{Array{i32, 2}}()
        defer free(pair)
        pair@ = {bit_cast{*i32}(a)@, bit_cast{*i32}(b)@}
        result = pair@[0] - pair@[1]
    end
    return result
end

apply :: (f: Callback, x: i32) -> i32 => f(x)
double :: (x: i32) -> i32 => x * 2
scale :: {T}(x: T) -> T => x * 4

// As a C library keeps a procedure and a pointer that is nobody's business but the caller's.
Registration :: struct
    visit: #c-call (item: *void, user: *void) -> Bool
    user: *void
end

Visitor :: struct
    ctx: Context
    count, sum: Int
    last: String
end

Item :: struct
    value: Int
    name: String
end

visit :: #c-call (item: *void, user: *void) -> Bool
    visitor := bit_cast{*Visitor}(user)
    with visitor.ctx
        return note(visitor, bit_cast{*Item}(item)@)
    end
end

note :: (visitor: *Visitor, item: Item) -> Bool
    visitor.count += 1
    visitor.sum += item.value
    visitor.last = item.name
    return context.user_index == 7
end

walk :: (registration: Registration, items: Slice{Item}) -> Bool
    for &item in items
        if !registration.visit(&item, registration.user)
            return false
        end
    end
    return true
end

next :: (x: i32) -> i32 #export "hubbub_next"
    return x + 1
end
next_of_c :: (x: i32) -> i32 #foreign "hubbub_next"

goodbyes: Int = 3

goodbye :: ()
    goodbyes += 1
    print("by the exit, {}\n", goodbyes)
    flush()
end

main :: () -> Int
    atexit(goodbye)
    numbers := Array{i32, _}{5, 1, 8, 3, 2}
    qsort(numbers.data, 5, 4, upwards)
    show(numbers)
    qsort(numbers.data, 5, 4, (a: *void, b: *void) -> i32 => bit_cast{*i32}(b)@ - bit_cast{*i32}(a)@)
    show(numbers)
    qsort(numbers.data, 5, 4, loudly)
    show(numbers)
    key: i32 = 5
    found := bsearch(&key, numbers.data, 5, 4, upwards)
    print("found {} at {}\n", bit_cast{*i32}(found)@, (UInt(found) - UInt(numbers.data)) / 4)
    key = 4
    print("{}\n", bsearch(&key, numbers.data, 5, 4, upwards) == null)
    print("{} {} {}\n", apply(double, 4), apply((x: i32) -> i32 => x * 3, 4), apply(scale{i32}, 4))
    table: Array{Callback, 2}
    table[0] = double
    table[1] = (x: i32) -> i32 => x * 3
    print("{} {}\n", table[0](5), table[1](5))
    visitor: Visitor
    items := Array{Item, 3}{Item{10, "first"}, Item{20, "second"}, Item{30, "third"}}
    with context{user_index = 7}
        visitor.ctx = context
        walk(Registration{visit, &visitor}, items)
    end
    print("visited {}, sum {}, last {}\n", visitor.count, visitor.sum, visitor.last)
    print("{} {}\n", next_of_c(1), next(2))
    return 0
end
