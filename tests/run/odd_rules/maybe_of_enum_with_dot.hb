E :: enum
    A
    B
end
f :: (b: Bool) -> Maybe{E}
    if b
        return .B
    end
    return none
end
run :: ()
    print("{} {}\n", f(true), f(false))
end
