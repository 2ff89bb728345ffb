say :: (n: Int) -> Int
    print("say {}\n", n)
    for _ in 0..<(5 - n) * 20000
    end
    context.logger(format("logged {}", n), "ct", .EVERYDAY, context.logger_data)
    return n
end
A :: #run say(1)
b := #run say(2)
#run say(3)
f :: () -> Int => #run say(4)
main :: ()
    print("{} {} {}\n", A, b, f())
end
