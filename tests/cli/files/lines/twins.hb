Node :: struct
    next: Pointer{Node}
    value: Int
end
first :: (n: Pointer{Node}) -> Int #no-inline
    return n.value + n.next.value
end
second :: (n: Pointer{Node}) -> Int #no-inline
    return n.value + n.next.value
end
third :: {T}(xs: Slice{T}, at: Int) -> T #no-inline => xs[at]
main :: (arguments: Slice{String}) -> Int
    node := Node{null, 7}
    other := Node{&node, 8}
    values := Array{Int, 2}{1, 2}
    x := first(&other) + second(&other) - 30 + third(values[..], 1)
    if arguments.length > 2
        x += third(values[..], arguments.length)
    else if arguments.length > 1
        x += second(&node)
    end
    print("{}\n", x)
    return 0
end
