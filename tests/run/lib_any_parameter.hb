// Parameters whose address is taken without a word of it: wide numbers and vectors become values of Any.
// expect: 3 -170141183460469231731687303715884105728 true
// expect: [1.0, 2.0, 3.0, 4.0] 6
// expect: some(1.5) none some(1.5) none 3 4

pick :: {T}(xs: ..Any) -> T => as{T}(xs[1]) or_else T{}

way :: {T}(x: T) -> T => pick{T}(1, x, "text")

length :: (x: Any) -> Int
    return ifx type_info(type_of_any(x)).size == 16 => 6 else => 1 end
end

type_of_any :: (x: Any) -> Type
    match x
    case u128 => return u128
    else => return Int
    end
end

of :: (n: u128) -> Int => length(n)

// A small union has bytes without a value, and stands in the word itself.
held :: {T}(a: Any) -> T => T(a)
held_as :: {T}(a: Any) -> T => as{T}(a) or_else T{}

Small :: struct
    a: u8
    b: u16
end

either :: (a: Any) -> Int
    match a
    case Small s => return Int(s.a) + Int(s.b)
    case Maybe{f16} m => return ifx m == none => 4 else => 5 end
    else => return 0
    end
end

main :: ()
    print("{} {} {}\n", way(i128(3)), way(i128(1) << 127), way(true))
    print("{} {}\n", way(Simd{f32, 4}{1, 2, 3, 4}), of(7))
    half, nothing := Maybe{f16}.some(1.5), Maybe{f16}.none
    print("{} {} ", held{Maybe{f16}}(half), held{Maybe{f16}}(nothing))
    print("{} {} ", held_as{Maybe{f16}}(half), held_as{Maybe{f16}}(nothing))
    print("{} {}\n", either(Small{1, 2}), either(nothing))
end
