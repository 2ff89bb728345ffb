// expect: 42 8 -3
// expect: 7 8

// The default of a field of the context may take code to compute, which sees zeros in the added fields.
trace :: () -> u64 => 40 + 2
level :: (x: Int) -> Int
    return x * 2
end
#add-context trace_id: u64 = trace()
#add-context depth: Int = level(4)
#add-context seen: Int = Int(seen_now()) - 3
seen_now :: () -> u64 => context.trace_id
main :: ()
    print("{} {} {}\n", context.trace_id, context.depth, context.seen)
    with context{trace_id = 7}
        print("{} {}\n", context.trace_id, context.depth)
    end
end
