run :: ()
    a: Maybe{Int} = 3
    print("{} {} {}\n", a == 3, a == none, a != 4)
end
