//! A part of the Prelude: procedures over `Simd{T, N}`, beside its operators.

/// The sum of all lanes; of floats from the first lane to the last.
/// ```
/// sum(Simd{Int, 4}{1, 2, 3, 4})             // => 10
/// ```
sum :: {T, N: Int}(v: Simd{T, N}) -> T #intrinsic "reduce_add"

/// The product of all lanes.
/// ```
/// product(Simd{Int, 4}{1, 2, 3, 4})         // => 24
/// ```
product :: {T, N: Int}(v: Simd{T, N}) -> T #intrinsic "reduce_mul"

/// The least lane.
/// ```
/// min(Simd{Int, 4}{3, 1, 4, 2})             // => 1
/// ```
min :: {T, N: Int}(v: Simd{T, N}) -> T #intrinsic "reduce_min"

/// The greatest lane.
/// ```
/// max(Simd{Int, 4}{3, 1, 4, 2})             // => 4
/// ```
max :: {T, N: Int}(v: Simd{T, N}) -> T #intrinsic "reduce_max"

/// Whether a mask is set in all lanes.
/// ```
/// all(Simd{Int, 2}{1, 2} == Simd{Int, 2}{1, 3})       // => false
/// ```
all :: {N: Int}(mask: Simd{Bool, N}) -> Bool #intrinsic "reduce_and"

/// Whether a mask is set in one lane at least.
/// ```
/// any(Simd{Int, 2}{1, 2} == Simd{Int, 2}{1, 3})       // => true
/// ```
any :: {N: Int}(mask: Simd{Bool, N}) -> Bool #intrinsic "reduce_or"

/// The lanes of `a` where the mask is set, those of `b` elsewhere.
/// ```
/// a, b := Simd{Int, 2}{1, 9}, Simd{Int, 2}{5, 5}
/// sum(select(a < b, a, b))                  // => 6
/// ```
select :: {T, N: Int}(mask: Simd{Bool, N}, a: Simd{T, N}, b: Simd{T, N}) -> Simd{T, N} #intrinsic "select"

/// The lesser ones, lane by lane.
min :: {T, N: Int}(a: Simd{T, N}, b: Simd{T, N}) -> Simd{T, N}
    return select(b < a, b, a)
end

/// The greater ones, lane by lane.
max :: {T, N: Int}(a: Simd{T, N}, b: Simd{T, N}) -> Simd{T, N}
    return select(a < b, b, a)
end

/// The N items from position `at` on, which need no alignment.
/// ```
/// numbers: Slice{Int} = {1, 2, 3, 4, 5}
/// sum(simd_load{Int, 4}(numbers, 1))        // => 14
/// ```
simd_load :: {T, N: Int}(items: Slice{T}, at: Int = 0) -> Simd{T, N}
    part := items[at..<at + N]
    v: Simd{T, N} = uninit
    memory_copy(&v, part.data, N * size_of(T))
    return v
end

/// Stores all lanes from position `at` on.
/// ```
/// numbers := Array{Int, 3}{}
/// simd_store(Simd{Int, 2}{1, 2}, numbers[..], 1)
/// numbers                                   // => [0, 1, 2]
/// ```
simd_store :: {T, N: Int}(v: Simd{T, N}, items: Slice{T}, at: Int = 0)
    part := items[at..<at + N]
    lanes := v
    memory_copy(part.data, &lanes, N * size_of(T))
end
