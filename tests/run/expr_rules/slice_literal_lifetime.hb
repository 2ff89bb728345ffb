run :: ()
    t := 0
    for i in 0..<3
        s: Slice{Int} = {i, i}
        t += s[0] + s[1]
    end
    print("{}\n", t)
end
