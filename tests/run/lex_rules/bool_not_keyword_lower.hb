run :: ()
    none_ := true
    print("{} {}\n", none_, !none_)
end
