f :: () -> Maybe{Int} => 3
run :: ()
    match 2 case 1 => print("one\n") case 2 => print("two\n") else => print("x\n") end
    block print("in\n"); end
    x := f() or_else 2
    f() or_else panic("no")
    print("{}\n", x)
end
