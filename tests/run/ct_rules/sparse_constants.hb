f :: (n: Int) -> Int
    match n
    case 1000003 => return 1
    case -77 => return 2
    case (1 << 40) => return 3
    case 99999999999 => return 4
    case 0x7fffffffffffffff => return 5
    else => return 0
    end
end
run :: ()
    print("{} {} {}\n", f(9223372036854775807), f(1000003), f(2))
end
