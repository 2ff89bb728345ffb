hits: Int = 0 #thread-local
run :: ()
    hits += 1
    print("{}\n", hits)
end
