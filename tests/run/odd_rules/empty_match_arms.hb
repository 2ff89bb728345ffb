run :: ()
    match 3
    case 3
    case 4 => print("4")
    else
    end
    print("x\n")
end
