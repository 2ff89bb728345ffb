zero :: {T}() -> T => T{}
id :: {T}(x: T) -> T => x
conv :: {To, From}(x: From) -> To => To(x)
run :: ()
    a: i32 = 5
    print("{} {} {} {} {} {}\n", zero{i32}(), zero{f64}(), zero{Bool}(), id(3), id("x"), conv{u8}(a))
end
