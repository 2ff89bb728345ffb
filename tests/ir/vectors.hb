// run: -O2 --emit asm --cpu x86-64-v3
// Vectors lie in registers; their operators, masks, shuffles and reductions are the machine's own instructions.

// CHECK-LABEL: vectors.is_any:
// CHECK: vcmp{{.*}}ps
// CHECK: {{vmovmskps|vtestps}}
// CHECK: retq

// CHECK-LABEL: vectors.saxpy:
// CHECK: vmulps
// CHECK-NEXT: vaddps
// CHECK-NEXT: retq

// CHECK-LABEL: vectors.masked:
// CHECK-DAG: vcmpltps
// CHECK-DAG: vaddps
// CHECK: vblendvps
// CHECK: retq

// CHECK-LABEL: vectors.mixed:
// CHECK: vunpcklps
// CHECK: retq

// CHECK-LABEL: vectors.total:
// CHECK: vpaddd
// CHECK-NOT: call
// CHECK: retq

F8 :: #type Simd{f32, 8}
F4 :: #type Simd{f32, 4}

saxpy :: (a: F8, x: F8, y: F8) -> F8 #no-inline
    return a * x + y
end

masked :: (a: F4, b: F4) -> F4 #no-inline
    return select(a < b, a, b + a)
end

mixed :: (a: F4, b: F4) -> F4 #no-inline
    return shuffle(a, b, 0, 4, 1, 5)
end

total :: (v: Simd{i32, 8}) -> i32 #no-inline
    return sum(v)
end

is_any :: (a: F8, b: F8) -> Bool #no-inline
    return any(a == b)
end

main :: (arguments: Slice{String}) -> Int
    n := f32(arguments.length)
    m := f32(arguments[0].length)
    a := saxpy(F8(n), F8(m), F8(m + n))
    b := mixed(masked(F4(n), F4(m)), F4(m * n))
    print("{} {} {} {}\n", a, b, total(Simd{i32, 8}(a)), is_any(a, F8(n)))
    return 0
end
