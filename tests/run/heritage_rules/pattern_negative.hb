run :: ()
    n := -1
    x := -2.5
    match n case -1 => print("neg ") else => print("x") end
    match x case -2.5 => print("|\n") else => print("x") end
end
