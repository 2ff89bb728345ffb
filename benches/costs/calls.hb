// Two procedures that hand a value of some shape to each other and back, again and again: what passing and returning it costs.

#if #config("shape", 0) == 0
    Value :: Array{Int, 3}
    change :: (v: Value, i: Int) -> Value #inline => Value{v[0] + i, v[1] ^ v[0], v[2] + v[1]}
    sum :: (v: Value) -> Int => v[0] + v[1] + v[2]
    first :: () -> Value => Value{1, 2, 3}
#end

#if #config("shape", 0) == 1
    Value :: struct
        a, b, c, d: Int
    end
    change :: (v: Value, i: Int) -> Value #inline => Value{v.a + i, v.b ^ v.a, v.c + v.b, v.d ^ v.c}
    sum :: (v: Value) -> Int => v.a + v.b + v.c + v.d
    first :: () -> Value => Value{1, 2, 3, 4}
#end

#if #config("shape", 0) == 2
    Value :: struct
        text: String
        flag: Bool
    end
    change :: (v: Value, i: Int) -> Value #inline => Value{String{data = v.text.data, length = (v.text.length + i) & 15}, !v.flag}
    sum :: (v: Value) -> Int => v.text.length + Int(v.flag)
    first :: () -> Value => Value{String{data = "0123456789abcdef".data, length = 5}, false}
#end

#if #config("shape", 0) == 3
    Value :: Maybe{Int}
    change :: (v: Value, i: Int) -> Value #inline
        match v
        case .some x if x & 7 != 0 => return some(x + i)
        case .some _ => return none
        case .none => return some(i)
        end
    end
    sum :: (v: Value) -> Int => v or_else 1
    first :: () -> Value => some(1)
#end

#if #config("shape", 0) == 4
    Value :: Slice{Int}
    items: Array{Int, 16}
    change :: (v: Value, i: Int) -> Value #inline => v.data[0..<(v.length + i) & 15]
    sum :: (v: Value) -> Int => v.length
    first :: () -> Value => items[0..<5]
#end

#if #config("shape", 0) == 5
    Value :: struct
        x, y, z: f64
    end
    change :: (v: Value, i: Int) -> Value #inline => Value{v.x + f64(i), v.y - v.x, v.z * 0.5}
    sum :: (v: Value) -> Int => Int(v.x + v.y + v.z)
    first :: () -> Value => Value{1.0, 2.0, 3.0}
#end

#if #config("shape", 0) == 6
    Value :: struct
        a: Int
        x: f64
        b: i32
        flag: Bool
    end
    change :: (v: Value, i: Int) -> Value #inline => Value{v.a + i, v.x + 0.5, v.b ^ i32(i), !v.flag}
    sum :: (v: Value) -> Int => v.a + Int(v.x) + Int(v.b) + Int(v.flag)
    first :: () -> Value => Value{1, 2.0, 3, false}
#end

inner :: (v: Value, i: Int) -> Value #no-inline => change(v, i)

outer :: (v: Value, i: Int) -> Value #no-inline => change(inner(v, i + 1), i)

number :: (text: String) -> Int
    n := 0
    for i in 0..<text.length
        n = 10 * n + Int(text[i] - '0')
    end
    return n
end

main :: (arguments: Slice{String}) -> Int
    rounds := number(arguments[1])
    v := first()
    for i in 0..<rounds
        v = outer(v, i)
    end
    print("{}\n", sum(v))
    return 0
end
