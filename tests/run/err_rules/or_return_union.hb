A :: enum #error
    OK
    BAD
end
B :: enum #error
    FINE
    WORSE
end
U :: union #error
    ok
    parse: A
    other: B
end
f :: () -> (Int, A) => return 3, .BAD
g :: () -> (Int, U)
    x := f() or_return
    return x, .ok
end
run :: ()
    x, e := g()
    print("{} {}\n", e, x)
end
