E :: enum #error
    OK
    BAD
end
f :: (b: Bool) -> (Int, E) => return 1, ifx b => .OK else => .BAD end
run :: ()
    if x := f(true)
        print("{}\n", ifx x == 1 => "ok" else => "" end)
    end
end
