ap :: (f: #closure (x: Int)) => f(7)
run :: ()
    t := 0
    ap([&t] (x: Int) => t += x)
    print("{}\n", t)
end
