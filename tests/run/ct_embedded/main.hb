// expect: 3 rows, total 71, Ada 36
#import "Strings"
Row :: struct
    name: String
    age: Int
end
read :: (bytes: Slice{u8}) -> Slice{Row}
    text := from_bytes(bytes)
    rows := make_slice{Row}(3)
    n := 0
    for line in split(text, "\n")
        if line == "" continue; end
        comma := find(line, ",")
        age, ok := parse_int(line[comma + 1..])
        assert(ok, "a number is expected")
        rows[n] = Row{line[..<comma], age}
        n += 1
    end
    return rows
end
ROWS :: #run read(#embed "rows.csv")
total :: (rows: Slice{Row}) -> Int
    sum := 0
    for r in rows
        sum += r.age
    end
    return sum
end
#assert(total(ROWS) == 71, "the ages")
main :: ()
    print("{} rows, total {}, {} {}\n", ROWS.length, #run total(ROWS), ROWS[0].name, ROWS[0].age)
end
