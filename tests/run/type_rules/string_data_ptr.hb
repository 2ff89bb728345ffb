run :: ()
    s := "hello"
    p := s.data
    print("{} {}\n", p[1], s.length)
end
