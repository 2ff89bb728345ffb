f :: () -> Int; return 3; end
run :: ()
    print("{}\n", f())
end
