f :: #c-call (x: i32) -> i32 => x + 1
run :: ()
    g: #c-call (x: i32) -> i32 = f
    print("{}\n", g(2))
end
