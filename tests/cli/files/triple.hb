triple :: (x: Int) -> Int #no-inline => x * 21

main :: (arguments: Slice{String})
    print("{}\n", triple(arguments.length))
end
