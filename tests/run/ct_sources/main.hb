// expect: alpha=1 beta=22 gamma=333 
// expect: [0, 255, 16] 3 true
// expect: true:69:19: one
// expect: true:69:32: wrapped
// expect: 0
// expect: 59 60 62 70
// expect: true true
// expect: 2023

Strings :: #import "Strings"
Here :: #import "Here"

// Files that become data, parsed by the compiler; places in the source that the program knows.

Setting :: struct
    name: String
    value: Int
end

parse :: (data: Slice{u8}) -> Slice{Setting}
    text := String{data = data.data, length = data.length}
    settings := make_slice{Setting}(Strings.count(text, "="))
    n := 0
    for line in Strings.lines(text)
        name, value, found := Strings.cut(line, "=")
        if found
            number, ok := Strings.parse_int(Strings.trim(value))
            assert(ok, "a number is expected")
            settings[n] = Setting{Strings.trim(name), number}
            n += 1
        end
    end
    return settings
end

SETTINGS :: #run parse(#embed "table.txt")
BYTES :: #embed "bytes.bin"
LENGTH :: (#embed "bytes.bin").length

checksum :: (data: Slice{u8}) -> u32
    sum: u32 = 0
    for byte in data
        sum = sum * 31 + u32(byte)
    end
    return sum
end

SUM :: #run checksum(BYTES)

log :: (text: String, place := #caller-location) -> Int
    print("{}:{}:{}: {}\n", Strings.ends_with(place.file, "main.hb"), place.line, place.column, text)
    return Int(place.line)
end

wrapped :: (place := #caller-location) -> Int => log("wrapped", place)

line_of_call :: (place := #caller-location) -> Int => Int(place.line)

FIRST :: #run line_of_call()
SECOND :: line_of_call(
)
LINE :: #line

main :: ()
    for s in SETTINGS
        print("{}={} ", s.name, s.value)
    end
    print("\n{} {} {}\n", BYTES, LENGTH, SUM == checksum(BYTES))
    print("{}\n", log("one") - wrapped())
    print("{} {} {} {}\n", FIRST, SECOND, LINE, #line)
    print("{} {}\n", Strings.ends_with(#file, "main.hb"), Strings.ends_with(Here.file(), "Here.hb"))
    print("{}\n", Here.place())
end
