run :: ()
    for i in 0..<5
        match i
        case 2 => break
        else => print("{} ", i)
        end
    end
    print("|\n")
end
