// expect: 1 and two, then 1
// expect: [    7|7    |00ff|0b101|+3|1.50]
// expect: {x} "q" 5
// expect: Vec{x = 1, y = 2} true
// expect: made 42
// expect: log 3
// expect: no placeholders
Vec :: struct
    x, y: Int
end
log :: (format: String, items: ..Any)
    print("log ")
    print(format, ..items)
end
pick :: (n: Int) -> String
    if n == 0
        return "{} and {}, then {0}\n"
    end
    return "[{:5}|{:<5}|{:04x}|{:#b}|{:+}|{:.2}]\n"
end
main :: () -> Int
    print(pick(0), 1, "two")
    print(pick(1), 7, 7, 255, 5, 3, 1.5)
    third := "{{x}} {:?} {}\n"
    print(third, "q", 5)
    fourth := "{} {}\n"
    print(fourth, Vec{1, 2}, true)
    fifth := "made {}"
    s := format(fifth, 42)
    print("{}\n", s)
    sixth := "{}\n"
    log(sixth, 3)
    seventh := "no placeholders\n"
    print(seventh)
    return 0
end
