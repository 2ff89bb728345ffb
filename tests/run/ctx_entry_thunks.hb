// eval: no, C code
// expect: named under default: 0, literal: 0, own context: 11
// expect: sorted [1, 2, 3, 4] after 0

// procedures given to C run under the default context, whatever is current where they are given; one with C's convention chooses its own

qsort :: (base: Pointer{Void}, count: u64, size: u64, compare: #c-call (a: Pointer{Void}, b: Pointer{Void}) -> i32) #foreign
bsearch :: (key: Pointer{Void}, base: Pointer{Void}, count: u64, size: u64, compare: #c-call (a: Pointer{Void}, b: Pointer{Void}) -> i32) -> Pointer{Void} #foreign

seen: u32 = 99
kept: Context

compare_ints :: (a: Pointer{Void}, b: Pointer{Void}) -> i32
    seen = context.user_index
    return i32(Pointer{Int}(a)@ - Pointer{Int}(b)@)
end

own :: #c-call (a: Pointer{Void}, b: Pointer{Void}) -> i32
    with kept
        seen = context.user_index
        return compare_under(Pointer{Int}(a)@, Pointer{Int}(b)@)
    end
end

compare_under :: (a: Int, b: Int) -> i32 => i32(a - b)

main :: ()
    items: Array{Int, 4} = {3, 1, 4, 2}
    with context{user_index = 11}
        qsort(&items, 4, 8, compare_ints)
        named := seen
        key := 3
        bsearch(&key, &items, 4, 8, (a: Pointer{Void}, b: Pointer{Void}) -> i32
            seen = context.user_index
            return i32(Pointer{Int}(a)@ - Pointer{Int}(b)@)
        end)
        literal := seen
        kept = context
        qsort(&items, 4, 8, own)
        print("named under default: {}, literal: {}, own context: {}\n", named, literal, seen)
    end
    print("sorted {} after {}\n", items[..], context.user_index)
end
