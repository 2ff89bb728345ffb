P :: struct
    x, y: Int
end
f :: () -> P => {1, 2}
run :: ()
    q := f(){y = 9}
    print("{} {}\n", q.x, q.y)
end
