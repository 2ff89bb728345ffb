h :: (s: String) -> u64
    x: u64 = 14695981039346656037
    for i in 0..<s.length
        x = (x ^ s[i]) * 1099511628211
    end
    return x
end
H :: #run h("hello")
run :: ()
    s := "hello"
    print("{}\n", h(s) == H)
end
