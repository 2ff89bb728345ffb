// expect: 6 5 12 [5, 6] 1 2
x := y + 1
y := #run five()
five :: () -> Int => 5
z := x * 2
both := Array{Int, 2}{y, x}
counter: Int = 1 #thread-local
bump :: () -> Int
    counter += 1
    return counter
end
main :: ()
    print("{} {} {} {} {} {}\n", x, y, z, both, counter, bump())
end
