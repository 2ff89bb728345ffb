run :: ()
    x := 5.7
    print("{} {}\n", Int(x), i32(x))
end
