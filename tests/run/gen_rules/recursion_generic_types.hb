Node :: struct {T}
    v: T
    next: Pointer{Node{T}}
end
len :: {T}(n: Pointer{Node{T}}) -> Int => ifx n == null => 0 else => 1 + len(n.next) end
run :: ()
    c := Node{Int}{3, null}
    b := Node{Int}{2, &c}
    a := Node{Int}{1, &b}
    print("{}\n", len(&a))
end
