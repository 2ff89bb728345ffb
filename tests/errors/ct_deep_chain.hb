// error-line: 11
// error-code: E0601
// error-mentions: division by zero
a :: (n: Int) -> Int => b(n) + 1
b :: (n: Int) -> Int => c(n) * 2
c :: (n: Int) -> Int => d(n - 1)
d :: (n: Int) -> Int
    return 100 / n
end
Box :: struct {N: Int}
    x: Array{u8, a(N)}
end
main :: () -> Int
    b: Box{1}
    return b.x.length
end
