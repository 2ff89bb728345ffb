// expect: small big plain 6 list
is_small :: (T: Type) -> Bool => size_of(T) <= 4
fields_of :: (T: Type, kind: Type_Kind) -> Bool
    for f in type_info(T).fields
        if type_info(f.type).kind != kind
            return false
        end
    end
    return type_info(T).fields.length > 0
end
name :: {T}(_x: T) -> String where is_small(T) => "small"
name :: {T}(_x: T) -> String where !is_small(T) => "big"
sum :: {T}(x: T) -> Int where fields_of(T, .INTEGER)
    total := 0
    #for f in fields(T)
        total += Int(field(x, f))
    #end
    return total
end
sum :: {T}(_x: T) -> Int where !fields_of(T, .INTEGER) => -1
A :: struct
    a, b: u8
    c: Int
end
B :: struct
    a: f32
end
has_length :: (T: Type) -> Bool
    for f in type_info(T).fields
        if f.name == "length"
            return true
        end
    end
    return false
end
kind :: {T}(_x: T) -> String where has_length(T) => "list"
kind :: {T}(_x: T) -> String => "plain"
#import "List"
main :: ()
    xs := list{Int}()
    print("{} {} {} {} {}\n", name(i32(1)), name(1), kind(B{1.0}), sum(A{1, 2, 3}), kind(xs))
    _ = sum(B{1.0})
end
