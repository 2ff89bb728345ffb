fib :: (n: Int) -> Int => ifx n < 2 => n else => fib(n - 1) + fib(n - 2) end
g := fib(10)
h: i32 = 10
arr: Array{Int, 3} = {1, 2, 3}
dep := late * 2
late := 3
run :: ()
    print("{} {} {} {}\n", g, h, arr, dep)
end
