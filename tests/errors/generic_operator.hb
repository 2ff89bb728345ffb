// error-line: 8
// error-code: E0308
// error-mentions: `String`

total :: {T}(items: Slice{T}) -> T
    sum: T
    for x in items
        sum += x
    end
    return sum
end
main :: ()
    words := Array{String, 2}{"a", "b"}
    print("{}\n", total(words[..]))
end
