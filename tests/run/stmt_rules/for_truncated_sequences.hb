run :: ()
    for r, i in "\xe2\x82\xf0a"
        print("{}:{:x} ", i, u32(r))
    end
    print("|\n")
end
