f :: (s: Slice{Int}, n: Int) -> Int => s.length + n
run :: ()
    x := f({1, 2}, block
        t := 0
        for i in 0..<2
            t += i
        end
        => t
    end)
    print("[1, 2] {}\n", x)
end
