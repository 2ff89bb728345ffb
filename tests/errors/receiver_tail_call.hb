// error-line: 11
// error-code: E0405
// error-mentions: lies in the frame
Counter :: struct
    n: Int
end
bump :: (c: Pointer{Counter}) -> Int => c.n + 1
make :: (n: Int) -> Counter => Counter{n}
// what it would point to is gone when the next one begins
last :: (_c: Pointer{Counter}) -> Int
    return #tail make(1).bump()
end
main :: ()
    c := make(1)
    print("{}\n", last(&c))
end
