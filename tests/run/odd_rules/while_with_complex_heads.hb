run :: ()
    n := 0
    while n < 10 && (n != 3 || false) n += 1 end
    print("{}\n", n)
end
