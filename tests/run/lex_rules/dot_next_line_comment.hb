P :: struct
    a: Int
end
inc :: (p: P) -> P => P{p.a + 1}
run :: ()
    p: P
    q := p
        .inc()
        // a comment between
        .inc()
    print("{}\n", q.a)
end
