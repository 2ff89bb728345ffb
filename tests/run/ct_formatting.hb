// expect: -42     7| 7    |   7  | +7 -0042 ff 0xff 0b101 0o10
// expect: true
// expect: 1.0 0.1 1e300 0.667 1.2345678e4       3.14| +2 0.1
// expect: true
// expect:     ab|ab    |  ab  |"q\"\n" 'x' é {}
// expect: true
// expect: Point{x = 1, y = -2} some(5) [1, 2, 3] GREEN 21.6C Int
// expect: true
// expect: Tree{name = "a", children = [Tree{name = "b", children = []}, Tree{name = "c", children = [Tree{name = "d", children = []}]}]}
// expect: true
// expect: -170000000000000000000000 340282366920938463463374607431768211455 ffffffffffffffff
// expect: true
// expect:    1   2   3   4
// expect:    2   4   6   8
// expect:    3   6   9  12
// expect:    4   8  12  16
// expect: true
// expect: ["label 00", "label 01", "label 04", "label 09"]

// Texts that the compiler formats are those that the program formats.

Point :: struct
    x, y: Int
end

Celsius :: distinct f64

Color :: enum
    RED
    GREEN
end

format :: (out: Pointer{Writer}, c: Pointer{Celsius}, _spec: Format_Spec)
    print_to(out, "{:.1}C", f64(c@))
end

Tree :: struct
    name: String
    children: Slice{Tree}
end

integers :: () -> String
    return format("{} {:5}| {:<5}| {:^5}| {:+} {:05} {:x} {:#x} {:#b} {:#o}", -42, 7, 7, 7, 7, -42, 255, 255, 5, 8)
end

floats :: () -> String
    return format("{} {} {} {:.3} {:e} {:10.2}| {:+.0} {}", 1.0, 0.1, 1e300, 2.0 / 3.0, 12345.678, 3.14159, 2.5, f32(0.1))
end

texts :: () -> String
    return format("{:>6}|{:<6}|{:^6}|{:?} {:?} {} {{}}", "ab", "ab", "ab", "q\"\n", 'x', 'é')
end

aggregates :: () -> String
    point := Point{1, -2}
    some_value: Maybe{Int} = 5
    return format("{} {:?} {} {} {} {}", point, some_value, Array{Int, 3}{1, 2, 3}, Color.GREEN, Celsius(21.55), Int)
end

nested :: () -> String
    tree := Tree{"a", {Tree{"b", {}}, Tree{"c", {Tree{"d", {}}}}}}
    return format("{:?}", tree)
end

wide :: () -> String
    return format("{} {} {:x}", i128(-170) * 1_000_000_000_000_000_000_000, u128(0) - 1, u64(0) - 1)
end

table :: (n: Int) -> String
    text := ""
    for i in 1..=n
        for j in 1..=n
            text = format("{}{:4}", text, i * j)
        end
        text = text + "\n"
    end
    return text
end

LABELS :: #run labels()
labels :: () -> Array{String, 4}
    result: Array{String, 4}
    for &text, i in result
        text = format("label {:02}", i * i)
    end
    return result
end

main :: ()
    print("{}\n{}\n", #run integers(), integers() == #run integers())
    print("{}\n{}\n", #run floats(), floats() == #run floats())
    print("{}\n{}\n", #run texts(), texts() == #run texts())
    print("{}\n{}\n", #run aggregates(), aggregates() == #run aggregates())
    print("{}\n{}\n", #run nested(), nested() == #run nested())
    print("{}\n{}\n", #run wide(), wide() == #run wide())
    print("{}{}\n", #run table(4), table(9) == #run table(9))
    print("{}\n", LABELS)
end
