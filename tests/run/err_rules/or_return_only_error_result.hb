E :: enum #error
    OK
    BAD
end
n: Int
f :: (b: Bool) -> E => ifx b => .OK else => .BAD end
g :: (b: Bool) -> E
    f(b) or_return
    n += 1
    return .OK
end
run :: ()
    a, b := g(false), g(true)
    print("{} {} {}\n", a, b, n)
end
