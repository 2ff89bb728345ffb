run :: ()
    print("{1} {0} {1} {{}} %\n", "a", "b")
end
