run :: ()
    b := true
    match b
    case true => print("t\n")
    case false => print("f\n")
    end
end
