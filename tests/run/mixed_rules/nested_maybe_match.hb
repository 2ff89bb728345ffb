run :: ()
    x: Maybe{Maybe{Int}} = some(none)
    match x
    case .some.some n => print("{}\n", n)
    case .some.none => print("inner none\n")
    case .none => print("outer\n")
    end
end
