// expect-status: 134
// expect: 3
// expect-error: panic: index 7 is out of range for length 2
// expect-error: panic_list_index.hb:20:19
// An index operator that takes the place of its caller says where the mistake is.

Pair :: struct
    a, b: Int
end

&[] :: #operator (p: Pointer{Pair}, i: Int, location: Pointer{Source_Location} = #caller-location) -> Pointer{Int}
    if i < 0 || i > 1
        panic_index(i, 2, location = location)
    end
    return ifx i == 0 => &p.a else => &p.b end
end

show :: (p: Pair, i: Int)
    pair := p
    print("{}\n", pair[i])
end

main :: ()
    show({3, 4}, 0)
    show({3, 4}, 7)
end
