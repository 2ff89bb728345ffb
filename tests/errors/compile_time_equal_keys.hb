// error-line: 6
// error-mentions: two pairs have the key red
Perfect_Hash :: #import "Perfect_Hash"

// a table cannot have a key twice, which is found when it is built
TABLE :: #run Perfect_Hash.build{String, Int}({{"red", 1}, {"green", 2}, {"red", 3}})

main :: ()
    table := TABLE
    print("{}\n", table.get("red"))
end
