// run: -O1 --emit llvm-ir
// run: -O3 --emit llvm-ir
// Instances of a generic procedure whose code is equal are one procedure.

// CHECK-COUNT-1: define {{.*}}folded_instances.last_of{
// CHECK-NOT: define {{.*}}folded_instances.last_of{

First :: struct
    x: Int
end

Second :: struct
    y: Float
end

last_of :: {T}(items: Slice{Pointer{T}}) -> Pointer{T} #no-inline
    if items.length == 0
        panic("there is none")
    end
    return items[items.length - 1]
end

main :: () -> Int
    a: Array{Pointer{First}, 2}
    b: Array{Pointer{Second}, 2}
    return Int(last_of(a[..]) == null) + Int(last_of(b[..]) == null)
end
