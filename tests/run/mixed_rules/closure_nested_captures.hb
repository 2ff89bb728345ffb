ap :: (f: #closure (x: Int)) => f(5)
run :: ()
    t := 0
    ap([&t] (x: Int)
        ap([&t, x] (y: Int)
            t += x + y
        end)
        t += x
    end)
    print("{}\n", t)
end
