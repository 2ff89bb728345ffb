// expect: GREEN none
// expect: BLUE none
// expect: GREEN none -1
// expect: 0 1 2
// expect: 3 9
Enums :: #import "Enums"

Colour :: enum {u8}
    RED
    GREEN = 5
    BLUE
end

TABLE: Array{Int, Enums.count{Colour}() * 3} : {1, 2, 3, 4, 5, 6, 7, 8, 9}

main :: () -> Int
    print("{} {}\n", Enums.parse{Colour}("GREEN") or_else .RED, Enums.parse{Colour}("green"))
    print("{} {}\n", Enums.of_value{Colour}(6) or_else .RED, Enums.of_value{Colour}(1))
    print("{} {} {}\n", Enums.at{Colour}(1) or_else .RED, Enums.at{Colour}(3), Enums.index_of(bit_cast{Colour}(u8(4))))
    print("{} {} {}\n", Enums.index_of(Colour.RED), Enums.index_of(Colour.GREEN), Enums.index_of(Colour.BLUE))
    print("{} {}\n", Enums.count{Colour}(), TABLE.length)
    return 0
end
