#import "Sort"
E :: enum
    A
    B
    C
end
run :: ()
    a := E.A
    list := Array{E, _}{.C, .A, .B}
    sort(list[..])
    print("{} {} {}\n", a < E.B, E.C <= .B, list)
end
