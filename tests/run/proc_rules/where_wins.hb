f :: {T}(_x: T) -> String where is_integer(T) => "int"
f :: {T}(_x: T) -> String => "any"
run :: ()
    print("{} {}\n", f(1), f("x"))
end
