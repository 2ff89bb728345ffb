// expect: 10 3

#run print("first\n")
A :: #run f(5)
f :: (n: Int) -> Int
    print("f of {}\n", n)
    for i in 0..<3
        print("{} ", i)
    end
    print("\n")
    return n * 2
end
B :: g()
g :: () -> Int
    context.logger("logged", "id", .EVERYDAY, null)
    return 3
end
main :: () -> Int
    #run f(7)
    #run print("in body {}\n", A)
    x := #run f(8)
    print("{} {}\n", A, B + x - 16)
    return 0
end
