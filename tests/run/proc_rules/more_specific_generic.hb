f :: {T}(_x: T) -> String => "any"
f :: {T}(_x: Pointer{T}) -> String => "ptr"
f :: {T}(_x: Slice{T}) -> String => "slice"
f :: {T, N: Int}(_x: Array{T, N}) -> String => "arr"
run :: ()
    a: Array{Int, 3}
    print("{} {} {} {}\n", f(a), f(&a), f(a[..]), f(3))
end
