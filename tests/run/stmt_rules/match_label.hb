run :: ()
    m: match 3
    case 3
        print("a ")
        if true
            break m
        end
        print("b ")
    else
        print("c ")
    end
    print("after\n")
end
