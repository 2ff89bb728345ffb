A :: struct
    b: B
end
B :: struct
    c: Int
end
run :: ()
    a := A{b = {c = 3}}
    a.b = {c = a.b.c}
    print("{}\n", a.b.c)
end
