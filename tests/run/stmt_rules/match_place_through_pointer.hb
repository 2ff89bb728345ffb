Shape :: union
    sq: Int
    none_
end
dbl :: (s: Pointer{Shape})
    match s@
    case .sq &n => n *= 2
    case .none_ => return
    end
end
run :: ()
    s := Shape.sq(4)
    dbl(&s)
    print("{}\n", s.sq)
end
