f :: () -> void
    return
end
run :: ()
    f()
    print("{} {} {} {}\n", s8 == i8, s16 == i16, s64 == i64, void == Void)
end
