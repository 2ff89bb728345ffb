// error-line: 8
// error-code: E0301
// error-mentions: `String`

main :: ()
    x := 3
    match x
    case "three" => print("3\n")
    else => print("?\n")
    end
end
