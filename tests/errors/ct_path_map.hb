// error-line: 16
// error-code: E0601
// error-mentions: life is over
Map :: #import "Map"
Item :: struct
    name: String
    link: Pointer{Int}
end
build :: () -> Map.Map{Int, Item}
    m := Map.map{Int, Item}(seed = 1)
    x := 5
    m[1] = Item{"a", null}
    m[2] = Item{"b", &x}
    return m
end
TABLE :: #run build()
main :: () => print("{}\n", TABLE.length)
