// expect: 400 9 -128 2
// expect: integer enum

// What a generic declaration asks of its parameters is answered for each instance: values of type arguments, lengths, fields in `#if`.

Color :: enum
    RED
    GREEN
    BLUE
end

lowest :: {K}() -> Int where is_integer(K)
    #if is_signed(K)
        return -(1 << (8 * size_of(K) - 1))
    #else
        return 0
    #end
end

lowest :: {K}() -> Int where is_enum(K) => 0

highest :: {K}() -> Int
    #if is_enum(K)
        high := 0
        #for member in members(K)
            high = max(high, Int(member))
        #end
        return high
    #else
        return lowest{K}() + (1 << (8 * size_of(K))) - 1
    #end
end

kind :: {K}() -> String where is_integer(K) => "integer"
kind :: {K}() -> String where is_enum(K) => "enum"

Table :: struct {K, V, LOW: Int, HIGH: Int}
    #if HIGH - LOW < 256
        values: Array{V, HIGH - LOW + 1}
    #else
        values: Slice{V}
    #end
end

build :: {K, V}(f: (key: K) -> V) -> Table{K, V, lowest{K}(), highest{K}()}
    table: Table{K, V, lowest{K}(), highest{K}()}
    for i in 0..<table.values.length
        table.values[i] = f(K(i + lowest{K}()))
    end
    return table
end

[] :: #operator {K, V, LOW: Int, HIGH: Int}(table: Table{K, V, LOW, HIGH}, key: K) -> V => table.values[Int(key) - LOW]

describe :: {K}(_key: K) -> String => kind{K}()

SQUARES :: #run build((x: u8) -> u16 => u16(x) * u16(x))
SIGNED :: #run build((x: i8) -> i8 => x)
COLORS :: #run build((c: Color) -> i32 => i32(c))

main :: ()
    print("{} {} {} {}\n", SQUARES[20], SQUARES[3], SIGNED[-128], COLORS[Color.BLUE])
    print("{} {}\n", describe(1), describe(Color.RED))
end
