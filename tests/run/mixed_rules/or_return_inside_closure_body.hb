parse :: (s: String) -> (Int, Bool) => return s.length, s != ""
ap :: (f: #closure (s: String) -> (Int, Bool), s: String) -> Int => f(s) or_else -1
run :: ()
    k := 1
    f := [k] (s: String) -> (Int, Bool)
        n := parse(s) or_return
        return n + k - 1, true
    end
    print("{} {}\n", ap(f, "abc"), ap(f, ""))
end
