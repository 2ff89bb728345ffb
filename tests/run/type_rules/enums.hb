A :: enum
    X = 5
    Y
end
E :: enum {u8}
    A
    B
    C
end
run :: ()
    m := AllocatorMode.ALLOCATE
    e: E = .B
    print("{} {} {} {} {} {} {} {}\n", enum_name(m), Int(m), Int(A.X), Int(A.Y), size_of(E), enum_name(e), e == .B, E(2))
end
