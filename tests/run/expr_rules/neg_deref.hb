run :: ()
    a := 5
    p := &a
    arr := Array{Int, _}{6}
    print("{} {}\n", -p@, -arr[0])
end
