E :: enum
    A
    B
end
run :: ()
    t := Array{Int, _}{4, 5}
    print("{}\n", t[Int(E.B)])
end
