// error-line: 10
// error-code: E0301
// error-mentions: `f` stands for a field of `P` and is no value itself
P :: struct
    a, b: Int
end
main :: ()
    p: P
    #for f in fields(P)
        print("{} {}\n", field(p, f), f)
    #end
end
