E :: enum #error
    OK
    END
end
S :: struct
    n: Int
end
read :: (s: Pointer{S}) -> (Int, E)
    s.n += 1
    return s.n, ifx s.n < 3 => .OK else => .END end
end
run :: ()
    s: S
    while x := read(&s)
        print("{} ", x)
    end
    print("done\n")
end
