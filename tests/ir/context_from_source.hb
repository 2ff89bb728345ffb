// run: -O1 --emit asm
// What the implicit context costs, from source to assembly: where it is handed on, no instruction; where it is replaced, one save and
// one restore of its register; where a loop reads it, one load before the loop. (From -O2 on the whole program is known, and what is left of
// the context are the fields that are read, in registers.)

// CHECK-LABEL: context_from_source.handed_on:
// CHECK-NOT: r13
// CHECK: callq context_from_source.reads
// CHECK-NOT: r13
// CHECK: retq

// CHECK-LABEL: context_from_source.read_in_a_loop:
// CHECK: movl 4(%r13), %{{[a-z0-9]+}}
// CHECK: [[LOOP:\.LBB[0-9_]+]]:
// CHECK-NOT: (%r13)
// CHECK: callq sink
// CHECK-NOT: (%r13)
// CHECK: j{{n?[a-z]+}} [[LOOP]]

// CHECK-LABEL: context_from_source.replaced:
// CHECK: pushq %r13
// CHECK-NOT: {{pushq|movq}} %r13
// CHECK: leaq {{.*}}, %r13
// CHECK-NEXT: callq context_from_source.handed_on
// CHECK-NOT: , %r13
// CHECK: popq %r13
// CHECK-NOT: r13
// CHECK: retq

sink :: (n: Int) #foreign

reads :: (n: Int) -> Int #no-inline => n * Int(context.user_index)

handed_on :: (n: Int) -> Int #no-inline => reads(n + 1) + 1

read_in_a_loop :: (n: Int) -> Int #no-inline
    sum := 0
    for i in 0..<n
        sink(i)
        sum += i * Int(context.user_index)
    end
    return sum
end

replaced :: (n: Int) -> Int #no-inline
    result := 0
    with context{user_index = u32(n)}
        result = handed_on(n)
    end
    return result
end

main :: (arguments: Slice{String}) -> Int
    with context{user_index = u32(arguments.length)}
        return handed_on(2) + read_in_a_loop(arguments.length) + replaced(arguments.length)
    end
end
