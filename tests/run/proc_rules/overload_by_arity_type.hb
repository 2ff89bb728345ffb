f :: () -> String => "none"
f :: (_x: Int) -> String => "int"
f :: (_x: Int, _y: Int) -> String => "two"
f :: (_x: String) -> String => "str"
run :: ()
    print("{} {} {} {}\n", f(), f(1), f(1, 2), f("x"))
end
