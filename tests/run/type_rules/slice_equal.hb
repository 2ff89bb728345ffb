run :: ()
    a := Array{Int, _}{1, 2, 3}
    print("{} {}\n", equal(a[..<2], {1, 2}), equal(a, {1, 2}))
end
