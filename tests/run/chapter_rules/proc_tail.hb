even :: (n: Int) -> Bool
    if n == 0 return true; end
    return #tail odd(n - 1)
end
odd :: (n: Int) -> Bool
    if n == 0 return false; end
    return #tail even(n - 1)
end
sum :: (n: Int, acc: Int) -> Int
    if n == 0 return acc; end
    return #tail sum(n - 1, acc + n)
end
Op :: #type (pc: Int, acc: Int) -> Int
ops: Array{Op, 3} = {inc, inc, stop}
inc :: (pc: Int, acc: Int) -> Int
    return #tail ops[pc + 1](pc + 1, acc + 1)
end
stop :: (pc: Int, acc: Int) -> Int => acc + pc - 1
run :: ()
    print("{} {}\n", even(1000000), even(1000001))
    print("{}\n", sum(1000000, 0))
    print("{}\n", ops[0](0, 0))
end
