P :: struct
    x, y: Int
end
run :: ()
    a := Array{P, _}{{1, 2}, {y = 4}}
    b: Slice{P} = {P{1, 2}, {3, 4}}
    print("{} {}\n", b[0].x + b[1].x + b[0].y, a)
end
