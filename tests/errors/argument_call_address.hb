// error-line: 10
// error-code: E0301
// error-mentions: into a variable first
Counter :: struct
    n: Int
end
bump :: (c: Pointer{Counter}) -> Int => c.n + 1
make :: (n: Int) -> Counter => Counter{n}
main :: ()
    print("{}\n", bump(make(3)))
end
