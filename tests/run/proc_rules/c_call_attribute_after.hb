f :: (x: i32) -> i32 #c-call => x + 1
run :: ()
    print("{}\n", f(2))
end
