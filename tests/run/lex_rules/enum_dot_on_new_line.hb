E :: enum
    A
    B
end
f :: (e: E) -> Bool => e == .B
run :: ()
    x := f(
        .B
    )
    print("{}\n", x)
end
