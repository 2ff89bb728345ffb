V :: struct
    n: Int
end
* :: #operator (a: V, k: Int) -> V => {a.n * k}
* :: #operator (k: Int, a: V) -> V => {a.n * k}
run :: ()
    a := V{2}
    b := a
    b *= 4
    print("{} {} {}\n", (a * 3).n, (3 * a).n, b)
end
