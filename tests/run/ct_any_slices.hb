// expect: Int 1, String x, Float 2.5, Color GREEN, Point Point{x = 1, y = 2}, 
// expect: some(7) none
Color :: enum
    RED
    GREEN
end
Point :: struct
    x, y: Int
end
show :: (items: Slice{Any}) -> String
    text := ""
    for item in items
        text = format("{}{} {}, ", text, type_of(item), item)
    end
    return text
end
TEXT :: #run show({1, "x", 2.5, Color.GREEN, Point{1, 2}})
ITEMS: Slice{Any} : {1, "x", 2.5, Color.GREEN, Point{1, 2}}
SEVEN: Any : 7
main :: ()
    assert(show(ITEMS) == TEXT)
    print("{}\n{} {}\n", TEXT, as{Int}(SEVEN), as{String}(SEVEN))
end
