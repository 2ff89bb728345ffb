// expect-status: 134
// expect: before

// every frame is needed by those above it: they hang together

Link :: struct
    earlier: Pointer{Link}
    n: Int
end

newest: Pointer{Link}

endless :: (n: Int) -> Int
    own := Link{newest, n}
    newest = &own
    sum := endless(n + 1) + own.n
    newest = own.earlier
    return sum
end

main :: () -> Int
    print("before\n")
    return endless(1)
end
