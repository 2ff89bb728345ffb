F :: {f: (x: Int) -> Int}(n: Int) -> Int => f(f(n))
sq :: (x: Int) -> Int => x * x
tn :: {T: Type}() -> Type => T
run :: ()
    print("{} {} {}\n", F{add3}(3), tn{Int}(), F{sq}(2))
end
add3 :: (x: Int) -> Int => x + 3
