run :: () -> Int; x := 1; y := 2; print("{}\n", x + y); return 0; end
