// expect: 2 2 i16
// expect: 8 Float 4
// expect: tiny other
// expect: Int 8, String 16, Pair{u8, Bool} 2

// Questions about types that are values, at compile time and at run time.

Pair :: struct {A, B}
    first: A
    second: B
end

is_tiny :: (T: Type) -> Bool => size_of(T) <= 2

describe :: {T}(_x: T) -> String where is_tiny(T) => "tiny"
describe :: {T}(_x: T) -> String => "other"

main :: () -> Int
    t := i16
    print("{} {} {}\n", size_of(t), align_of(t), type_name(t))
    t = Float
    print("{} {} {}\n", size_of(t), type_name(t), size_of(u32))
    print("{} {}\n", describe(u8(1)), describe(1))
    for type, i in Array{Type, _}{Int, String, Pair{u8, Bool}}
        print("{}{} {}", ifx i > 0 => ", " else => "" end, type_name(type), size_of(type))
    end
    print("\n")
    return 0
end
