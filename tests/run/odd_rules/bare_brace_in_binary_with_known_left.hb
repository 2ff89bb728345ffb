P :: struct
    x: Int
end
run :: ()
    p := P{3}
    if p != {4} print("true\n"); end
end
