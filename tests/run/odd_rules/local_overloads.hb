run :: ()
    f :: (_x: Int) -> String => "i"
    f :: (_x: String) -> String => "s"
    print("{} {}\n", f(1), f("x"))
end
