E :: enum
    A
    B
end
P :: struct
    x: Int
end
e: E = .B
a: Array{Int, 2} = {1, 2}
p: P = {3}
run :: ()
    print("{} {} {}\n", e, a, p.x)
end
