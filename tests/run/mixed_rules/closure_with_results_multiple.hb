ap :: (f: #closure (a: Int, b: Int) -> (Int, Int)) -> Int
    q, r := f(10, 3)
    print("{} {}\n", q, r)
    return q
end
run :: ()
    k := 0
    _ = ap([k] (a: Int, b: Int) -> (Int, Int) => return a / b + k, a % b)
end
