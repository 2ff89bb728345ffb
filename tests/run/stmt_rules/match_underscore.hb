run :: ()
    match 3
    case 1 => print("one\n")
    case _ => print("any\n")
    end
end
