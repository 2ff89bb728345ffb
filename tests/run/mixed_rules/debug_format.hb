P :: struct
    s: String
    n: Int
end
run :: ()
    print("{:?} {:?} {:?} {:?} {:?}\n", "a\n\"b\"", 'x', P{"q", 1}, Array{String, 1}{"a"}, some("x"))
end
