f :: () -> Int
    print("f ")
    return 2
end
run :: ()
    match f()
    case 1 => print("one\n")
    case 2 => print("two\n")
    else => print("x\n")
    end
end
