// error-line: 18
// error-code: E0203
// error-token: count
// error-line: 20
// error-code: E0203
// error-token: Thing
// error-line: 24
// error-code: E0203
// error-token: LIMIT
// error-line: 28
// error-code: E0203
// error-token: size
// error-line: 31
// error-code: E0203
// error-token: w
// Of a name that means two things nothing is said where it is used.
count: Int = 3
count :: (x: Int) -> Int => x + 1
Thing :: (x: Int) -> Int => x
Thing :: struct
    a: Int
end
LIMIT :: 5
LIMIT :: () -> Int => 6

main :: () -> Int
    size :: 4
    size :: (x: Int) -> Int => x + 1
    size_of_all :: () -> Int => size(4) + size
    w := 3
    w := "four"
    thing := Thing{1}
    print("{} {} {}\n", count(4), count + 1, w + 1)
    count += thing.a + Thing(3)
    f: (x: Int) -> Int = count
    a: Array{Int, LIMIT}
    return LIMIT() + a.length + size_of_all() + size * 2 + size(4) + f(1)
end
