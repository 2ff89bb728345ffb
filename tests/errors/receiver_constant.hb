// error-line: 14
// error-code: E0301
// error-mentions: copy it into a variable first
Counter :: struct
    n: Int
end
LIMIT :: Counter{3}
bump :: (c: Pointer{Counter}) -> Int
    c.n += 1
    return c.n
end
make :: (n: Int) -> Counter => Counter{n}
main :: ()
    print("{} {}\n", make(1).bump(), LIMIT.bump())
end
