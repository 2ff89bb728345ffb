E :: union
    n: Int
    add: Pair
end
Pair :: struct
    l, r: Pointer{E}
end
ev :: (e: Pointer{E}) -> Int
    return match e@
    case .n v => v
    case .add p => ev(p.l) + ev(p.r)
    end
end
run :: ()
    print("{}\n", ev(new(E.add({new(E.n(3)), new(E.n(4))}))))
end
