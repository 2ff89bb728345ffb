// expect: 1 2 3 6
// expect: 0:a 1:b 2:c c b a
// expect: 1.0 2.5 Float
// expect: 7 1 u8
// expect: red Point{x = 1, y = 2} Point{x = 3, y = 4}
// expect: 4 9 16
// expect: f:g:1 2 8
// expect: 3 x; 3 y; end
// expect: some(1) none

Point :: struct
    x, y: Int
end

Color :: enum
    RED
    GREEN
end

each_of :: {T}(x: T)
    for value in {3, 4}
        if value == 3
            for text in {x}
                print("{} {}{}", value, text, ifx text == x && value == 3 => "; " else => "" end)
            end
        end
    end
end

f :: () -> Int
    print("f:")
    return 1
end

g :: (n: Int) -> Int
    print("g:")
    return n
end

main :: ()
    sum := 0
    for x in {1, 2, 3}
        print("{} ", x)
        sum += x
    end
    print("{}\n", sum)
    for text, i in {"a", "b", "c"}
        print("{}:{} ", i, text)
    end
    for text in reverse({"a", "b", "c"})
        print("{}{}", text, ifx text == "a" => "\n" else => " " end)
    end
    for x in {1, 2.5}
        print("{} {}", x, ifx x == 2.5 => type_name(type_of(x)) else => "" end)
    end
    small := u8(7)
    print("\n")
    for x in ({small, 1})
        print("{} ", x)
        if x == 1 print("{}\n", type_name(type_of(x))); end
    end
    for color in {Color.RED, .GREEN}
        match color
        case .RED => print("red")
        else => print("")
        end
    end
    for point in {Point{1, 2}, {3, 4}}
        print(" {}", point)
    end
    print("\n")
    for n in {2, 3, 4}
        for square in {n * n}
            print("{}{}", square, ifx n == 4 => "\n" else => " " end)
        end
    end
    total := 5
    for value in {f(), g(2)}
        print("{} ", value)
        total += value
    end
    print("{}\n", total)
    each_of("x")
    each_of('y')
    print("end\n")
    maybe: Maybe{Int} = 1
    for m in {maybe, none}
        print("{}{}", m, ifx m == none => "\n" else => " " end)
    end
end
