// eval: no, GMP is foreign code
// expect: 196 0 48 9223372036854775799 -85070591730234615709046327231410864200
// expect: 1 true
// expect: 1 0 0 1 0 0
// expect: 1048577 true
// expect-status: 134

// Numbers changed in place: themselves as operands, signs, memory that comes from one allocator only and goes back there.

Big :: #import "Big"

Count :: struct
    blocks, most: Int
end

counting :: (mode: AllocatorMode, size: Int, alignment: Int, data: Pointer{Void},
             old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    count := Pointer{Count}(data)
    if mode == .ALLOCATE
        count.blocks += 1
        count.most = max(count.most, count.blocks)
    else if mode == .FREE
        count.blocks -= 1
    end
    return page_allocator(mode, size, alignment, null, old_size, old_memory, options)
end

main :: () -> Int
    a := Big.integer(7)
    a.add(a)
    a.multiply(a)
    print("{} ", a)
    a.subtract(a)
    print("{} ", a)
    a.subtract(5)
    a.add(-10)
    a.add(Big.integer(3))
    a.multiply(-4)
    print("{} ", a)
    a.divide(-5)
    a.subtract(-0x8000_0000_0000_0000)
    print("{} ", a)
    a.add_product(a, -2)
    a.subtract_product(a, a)
    print("{}\n", a)
    b: Big.Integer
    b.set(3)
    b.add_product(Big.integer(1) << 64, 1 << 40)
    b.set_product(b, b)
    b.set_quotient(b, b)
    print("{} {}\n", b, b == 1)
    own, other: Count
    sum := Big.Integer{}
    with context{allocator = counting, allocator_data = &own}
        sum.set(1)
    end
    with context{allocator = counting, allocator_data = &other}
        // grows where it began
        for i in 1..=300
            sum.multiply(i)
        end
        print("{} {} ", own.blocks, other.blocks)
        Big.destroy(&sum)
        sum.add(1)
        print("{} {} ", own.blocks, other.blocks)
        Big.destroy(&sum)
    end
    print("{} {}\n", own.blocks, other.blocks)
    huge := Big.integer(1) << (1 << 20)
    print("{} {}\n", Big.bit_length(huge), Big.hash(huge, 1) == Big.hash(Big.integer(1) << (1 << 20), 1))
    print("{}\n", Big.pow(huge, 1 << 40))
    return 0
end
