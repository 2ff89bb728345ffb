f :: (_x: Int) -> String => "one"
f :: (_xs: ..Int) -> String => "many"
g :: (_x: Int) -> String => "one"
g :: (_x: Int, _y: Int = 2, _z: Int = 3) -> String => "def"
run :: ()
    print("{} {}\n", f(1), g(1))
end
