f :: (c: Bool) -> Int
    a := ifx c => 4 else
        return 9
    end
    return a
end
run :: ()
    print("{}\n", f(true))
end
