f :: (_x: i64) -> String => "i64"
f :: (_x: i128) -> String => "i128"
g :: (_x: f64) -> String => "f64"
g :: (_x: Any) -> String => "any"
run :: ()
    a: i8 = 3
    b: f32 = 1.0
    print("{} {}\n", f(a), g(b))
end
