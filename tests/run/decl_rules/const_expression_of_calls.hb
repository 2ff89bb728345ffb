FACT :: fact(5)
GREETING :: "hello" + " " + "world"
fact :: (n: Int) -> Int => ifx n == 0 => 1 else => n * fact(n - 1) end
LEN :: "hello".length
run :: ()
    print("{} {} {}\n", FACT, GREETING, LEN)
end
