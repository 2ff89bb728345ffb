E :: enum
    A
    B
end
run :: ()
    a := Array{E, _}{.A, .B}
    print("{}\n", a)
end
