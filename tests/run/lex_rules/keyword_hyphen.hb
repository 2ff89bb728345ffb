run :: ()
    if-x, end-1, for-each := 1, 2, 3
    print("{} {} {}\n", if-x, end-1, for-each)
end
