run :: ()
    print_ := 3
    min := 3
    print("{}\n", min + print_ - 3)
end
