F :: enum {u64} #flags
    A
    B
    C = 0x8000000000000000
end
run :: ()
    f := F.C
    print("{} {} {}\n", u64(f), .C in f, F.A | .C)
end
