E :: enum
    A = 5
    B
end
run :: ()
    e: E
    print("{}\n", Int(e))
end
