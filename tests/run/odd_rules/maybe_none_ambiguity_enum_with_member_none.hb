E :: enum
    none
    B
end
f :: (b: Bool) -> Maybe{E}
    if b
        return E.none
    end
    return none
end
run :: ()
    print("{} {}\n", f(true), f(false))
end
