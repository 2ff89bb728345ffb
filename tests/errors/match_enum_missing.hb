// error-line: 11
// error-code: E0502
// error-mentions: `.GREEN`

Color :: enum
    RED
    GREEN
    BLUE
end
name :: (c: Color) -> String
    match c
    case .RED => return "red"
    case .BLUE => return "blue"
    end
end
main :: ()
    print("{}\n", name(.GREEN))
end
