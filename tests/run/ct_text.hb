// expect: 3 3
// expect: The Compiler Reads
// expect: dwwdfn dw gdzq attack at dawn
// expect: MCMXX MCMXCIV
// expect: ["id", "name", "größe"] 7
// expect: STRAßE 5
// expect: a+b+c x, y
// expect: "ababab" 3

Strings :: #import "Strings"
Unicode :: #import "Unicode"

// Text at compile time: runes, searching, cutting, building.

vowels :: (text: String) -> Int
    count := 0
    for rune in text
        match rune
        case 'a', 'e', 'i', 'o', 'u', 'ö', 'å' => count += 1
        else => continue
        end
    end
    return count
end

title :: (text: String) -> String
    out := Strings.builder()
    is_start := true
    for rune in text
        out.append_rune(ifx is_start && rune >= 'a' && rune <= 'z' => Rune(u32(rune) - 32) else => rune end)
        is_start = rune == ' '
    end
    return out.take()
end

caesar :: (text: String, by: Int) -> String
    result := Strings.bytes(Strings.copy(text))
    for &byte in result
        if byte >= 'a' && byte <= 'z'
            byte = u8('a') + u8((Int(byte) - 97 + by) %% 26)
        end
    end
    return Strings.from_bytes(result)
end

roman :: (n: Int) -> String
    values := Array{Int, _}{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
    texts := Array{String, _}{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
    text, left := "", n
    for value, i in values
        while left >= value
            text = text + texts[i]
            left -= value
        end
    end
    return text
end

ROMANS :: #run romans()
romans :: () -> Array{String, 20}
    all: Array{String, 20}
    for &text, i in all
        text = roman(i * 101 + 1)
    end
    return all
end

columns :: (text: String) -> Slice{String}
    parts := Strings.split_list(text, ",")
    for &part in parts.items()
        part = Strings.trim(part)
    end
    return parts.items()
end

COLUMNS :: #run columns(" id, name ,  größe")

main :: ()
    print("{} {}\n", #run vowels("smörgåsbord"), vowels("smörgåsbord"))
    print("{}\n", #run title("the compiler reads"))
    print("{} {}\n", #run caesar("attack at dawn", 3), caesar(#run caesar("attack at dawn", 3), -3))
    print("{} {}\n", ROMANS[19], roman(1994))
    print("{:?} {}\n", COLUMNS, COLUMNS[2].length)
    print("{} {}\n", #run Strings.to_upper("straße"), #run Unicode.grapheme_count("e\u{301}tude"))
    print("{} {}\n", #run Strings.replace("a-b-c", "-", "+"), #run Strings.join({"x", "y"}, ", "))
    print("{:?} {}\n", #run Strings.repeat("ab", 3), #run rune_count("日本語"))
end
