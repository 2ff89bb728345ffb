// Mistakes with memory of C's allocator, one for each number of arguments.
main :: (arguments: Slice{String}) -> Int
    box := new(5)
    match arguments.length
    case 2
        free(box)
        return box@
    case 3
        items := make_slice{Int}(4)
        first := items.data
        first[arguments.length + 1] = 3
        return first[0]
    case 4
        items: Array{Int, 4}
        first := items.data
        first[arguments.length] = 3
        return items[0]
    else
        print("nothing is wrong\n")
    end
    free(box)
    return 0
end
