run :: ()
    Dir :: enum
        L
        R
        U
    end
    f :: (d: Dir) -> Int
        match d
        case .L => return 1
        case .R => return 2
        else => return 9
        end
    end
    print("{} {} {}\n", f(.L), f(.R), f(.U))
end
