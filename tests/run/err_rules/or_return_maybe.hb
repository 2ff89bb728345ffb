f :: (x: Int) -> Maybe{Int}
    if x > 0
        return x
    end
    return none
end
g :: (x: Int) -> Maybe{Int}
    v := f(x) or_return
    return v + 1
end
run :: ()
    print("{} {}\n", g(3), g(0))
end
