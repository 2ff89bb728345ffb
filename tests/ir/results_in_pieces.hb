// run: -O3 --emit llvm-ir
// A `Maybe` that an inlined procedure gives in several ways is never put together: its tag is known on each way, and nobody compares it.

// CHECK-LABEL: define {{.*}}@sum_at(
// CHECK-NOT: insertvalue
// CHECK-NOT: phi {
// CHECK-NOT: icmp eq i8
// CHECK: ret i64

find :: (numbers: Slice{Int}, at: Int) -> Maybe{Int}
    if at < 0 || at >= numbers.length
        return none
    end
    return some(numbers.data[at])
end

sum_at :: (numbers: Slice{Int}, places: Slice{Int}) -> Int #export "sum_at"
    sum := 0
    for place in places
        if x := find(numbers, place)
            sum += x
        end
    end
    return sum
end

main :: ()
    print("{}\n", sum_at({1, 2, 3}, {0, 2, 7}))
end
