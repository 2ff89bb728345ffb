// warning-line: 9
// warning-code: W0004
// warning-mentions: never reached

main :: ()
    x := 3
    match x
    case 1 => print("1\n")
    case 1 => print("one\n")
    else => print("?\n")
    end
end
