// Procedures that are a single operation have an address as any other: as values, arguments of other procedures, and in tables.
// expect: 1.0 1.4142135623730951 2.0
// expect: 3.0 1.5
// expect: 7 7 7 0
// expect: 5 4 3
// expect: 250 false 1 true 
// expect: -3.0 2.0

Math :: #import "Math"

Operation :: #type (x: f64) -> f64

TABLE :: Array{Operation, 2}{Math.floor, Math.ceil}

apply :: {T}(items: Slice{T}, f: (x: T) -> T)
    for &item in items
        item = f(item)
    end
end

adding :: (f: (a: u8, b: u8) -> (u8, Bool), a: u8, b: u8)
    sum, overflows := f(a, b)
    print("{} {} ", sum, overflows)
end

main :: () -> Int
    roots := Array{f64, 3}{1, 2, 4}
    apply(roots, Math.sqrt)
    print("{} {} {}\n", roots[0], roots[1], roots[2])

    f: (x: f64) -> f64 = Math.abs
    print("{} {}\n", f(-3), Math.abs(-1.5))

    fill: (to: Pointer{Void}, byte: u8, bytes: Int) = memory_set
    bytes: Array{u8, 4}
    fill(&bytes, 7, 3)
    print("{} {} {} {}\n", bytes[0], bytes[1], bytes[2], bytes[3])

    numbers := Array{u32, 3}{31, 0xf0, 7}
    apply(numbers, Math.count_ones)
    print("{} {} {}\n", numbers[0], numbers[1], numbers[2])

    adding(Math.mul_overflow, 50, 5)
    adding((a: u8, b: u8) -> (u8, Bool) 
        return a, b == 2
    end, 1, 2)
    print("\n")

    print("{} {}\n", TABLE[0](-2.5), TABLE[1](1.5))
    return 0
end
