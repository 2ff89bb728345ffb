// What `--sanitize undefined` finds, by the number of arguments.
value :: (p: Pointer{Int}) -> Int => p[5]
main :: (arguments: Slice{String}) -> Int
    a := Array{Int, 3}{1, 2, 3}
    x: i8 = 127
    #no-bounds-checks block
        match arguments.length
        case 1 => return a[0]
        case 2 => return a[arguments.length]
        case 3 => return a[arguments.length]
        case 4 => return Int(x + i8(arguments.length))
        else => return value(null)
        end
    end
end
