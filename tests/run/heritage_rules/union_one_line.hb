U :: union a: Int; b: Int; c end
run :: ()
    print("{}\n", U.b(2))
end
