// expect: integer +<=|
// expect: struct +=
// expect: enum <=
// expect: enum =|
// expect: union =
// expect: pointer =
// expect: slice 
// expect: +<=
// expect: float +<=
// expect: procedure =
// expect: true true false
// expect: 8 4
// expect: id:Int@0 call:(Int) -> Int@8 
// expect: 6 Vector{x = 4.0, y = 6.0}
// expect: STRUCT Vector 8 x:f32 y:f32
// expect: true
// expect: GREEN UNION Tree 16 leaf:Int node:Pointer{Tree}
// expect: 2 1

// What a program may ask about types, in every place where it may ask.

Vector :: struct
    x, y: f32
end

+ :: #operator (a: Vector, b: Vector) -> Vector => Vector{a.x + b.x, a.y + b.y}

Color :: enum
    RED
    GREEN
end

Flags :: enum {u8} #flags
    A
    B
end

Tree :: union
    leaf: Int
    node: Pointer{Tree}
end

Meters :: distinct f64
Handle :: struct
    id: Int
    call: (x: Int) -> Int
end

describe :: {T}() -> String
    text := ""
    #if is_integer(T)
        text = text + "integer "
    #end
    #if is_float(T)
        text = text + "float "
    #end
    #if is_enum(T)
        text = text + "enum "
    #end
    #if is_struct(T)
        text = text + "struct "
    #end
    #if is_union(T)
        text = text + "union "
    #end
    #if is_pointer(T)
        text = text + "pointer "
    #end
    #if is_slice(T)
        text = text + "slice "
    #end
    #if is_array(T)
        text = text + "array "
    #end
    #if is_procedure(T)
        text = text + "procedure "
    #end
    #if has_operator(T, "+")
        text = text + "+"
    #end
    #if has_operator(T, "<")
        text = text + "<"
    #end
    #if has_operator(T, "==")
        text = text + "="
    #end
    #if has_operator(T, "|")
        text = text + "|"
    #end
    return text
end

// a type as a value parameter is a type like any other
takes :: {T: Type}() -> Bool where has_operator(T, "+") => true
takes :: {T: Type}() -> Bool where !has_operator(T, "+") => false

can_add :: (T: Type) -> Bool => T == Int || T == Vector

largest :: {T}() -> Int where is_struct(T)
    best := 0
    #for f in fields(T)
        if size_of(f.type) > best
            best = size_of(f.type)
        end
    #end
    return best
end

names :: {T}() -> String
    text := ""
    #for f in fields(T)
        text = format("{}{}:{}@{} ", text, f.name, f.type, f.offset)
    #end
    return text
end

sum :: {T}(items: Slice{T}) -> T where has_operator(T, "+") && can_add(T)
    total: T
    for x in items
        total = total + x
    end
    return total
end

info_text :: (T: Type) -> String
    info := type_info(T)
    text := format("{} {} {}", info.kind, info.name, info.size)
    for f in info.fields
        text = format("{} {}:{}", text, f.name, f.type)
    end
    for m in info.members
        text = format("{} {}={}", text, m.name, m.value)
    end
    return text
end

is_simple :: (T: Type) -> Bool
    match type_info(T).kind
    case .INTEGER, .FLOAT, .BOOL => return true
    else => return false
    end
end

count_simple :: {T}() -> Int
    n := 0
    #for f in fields(T)
        #if is_simple(f.type)
            n += 1
        #end
    #end
    return n
end

TEXT :: #run info_text(Vector)
INFO :: type_info(Color)

main :: ()
    print("{}\n{}\n{}\n", describe{Int}(), describe{Vector}(), describe{Color}())
    print("{}\n{}\n{}\n", describe{Flags}(), describe{Tree}(), describe{Pointer{Int}}())
    print("{}\n{}\n{}\n", describe{Slice{Int}}(), describe{String}(), describe{Meters}())
    print("{}\n", describe{(x: Int) -> Int}())
    print("{} {} {}\n", takes{Int}(), takes{Vector}(), takes{Tree}())
    print("{} {}\n", largest{Handle}(), #run largest{Vector}())
    print("{}\n", #run names{Handle}())
    print("{} {}\n", sum(Array{Int, 3}{1, 2, 3}[..]), sum(Array{Vector, 2}{{1.0, 2.0}, {3.0, 4.0}}[..]))
    print("{}\n{}\n", TEXT, info_text(Vector) == TEXT)
    print("{} {}\n", INFO.members[1].name, #run info_text(Tree))
    print("{} {}\n", count_simple{Vector}(), count_simple{Handle}())
end
