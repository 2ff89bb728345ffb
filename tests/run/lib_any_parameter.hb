// Parameters whose address is taken without a word of it: wide numbers and vectors become values of Any.
// expect: 3 -170141183460469231731687303715884105728 true
// expect: [1.0, 2.0, 3.0, 4.0] 6

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

main :: ()
    print("{} {} {}\n", way(i128(3)), way(i128(1) << 127), way(true))
    print("{} {}\n", way(Simd{f32, 4}{1, 2, 3, 4}), of(7))
end
