P :: struct
    x: Int
end
+ :: #operator (a: P, b: P) -> P => {a.x + b.x}
run :: ()
    print("{} {} {} {} {}\n", has_operator(P, "+"), has_operator(P, "<"), has_operator(Int, "%%"), is_integer(u8), is_integer(f32))
end
