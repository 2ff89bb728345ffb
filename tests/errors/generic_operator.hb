// error-line: 8
// error-code: E0308
// error-mentions: `Bool`

total :: {T}(items: Slice{T}) -> T
    sum: T
    for x in items
        sum += x
    end
    return sum
end
main :: ()
    flags := Array{Bool, 2}{true, false}
    print("{}\n", total(flags[..]))
end
