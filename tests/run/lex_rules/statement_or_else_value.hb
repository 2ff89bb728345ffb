f :: () -> Maybe{Int}
    print("1\n")
    return 3
end
run :: ()
    f() or_else 2
end
