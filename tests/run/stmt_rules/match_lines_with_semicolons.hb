run :: ()
    match 2; case 1; print("one\n"); case 2; print("two\n"); else; print("x\n"); end
end
