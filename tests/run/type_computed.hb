// expect: 3 Point{x = 1, y = 2} 8 0 4
// expect: 200 -56 2.0
// expect: 7 [0, 0]
// A type that a procedure computes stands wherever one is written: before `(`, before `{`, within `{…}`.

Point :: struct
    x, y: Int
end

wide :: (T: Type) -> Type => ifx size_of(T) < 8 => Int else => T end
choose :: (big: Bool) -> Type => ifx big => Point else => i32 end
signed :: {T}() -> Type => ifx T == u8 => i8 else => T end

turned :: {T}(x: T) -> signed{T}() where is_number(T)
    return signed{T}()(x)
end

sum :: {T}(xs: ..T) -> wide(T)
    total := wide(T)(0)
    for x in xs
        total += wide(T)(x)
    end
    return total
end

main :: ()
    x: i32 = 3
    byte: u8 = 200
    print("{} {} {} {} {}\n", wide(i32)(x), choose(true){1, 2}, size_of(wide(u8)), new{wide(u8)}()@, max{wide(u8)}(4, 2))
    print("{} {} {}\n", byte, turned(byte), turned(2.0))
    pair: Array{wide(u8), 2}
    print("{} {}\n", sum(x, 4), pair)
end
