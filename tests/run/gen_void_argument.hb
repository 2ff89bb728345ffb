// expect: true
// expect: true
// expect: true

// `Void` is found as the argument of a generic type

Box :: struct {R}
    p: Pointer{R}
end

is_empty :: {R}(box: Box{R})
    print("{}\n", box.p == null)
end

main :: ()
    is_empty(Box{Int}{})
    is_empty(Box{Void}{})
    box := Box{Void}{}
    box.is_empty()
end
