E :: enum #error
    OK
    BAD
end
f :: (x: Int) -> (Int, E) => return x, ifx x > 0 => .OK else => .BAD end
run :: ()
    if a := f(7)
        print("{} ", a)
    end
    if a := f(-7)
        print("{} ", a)
    else
        print("bad\n")
    end
end
