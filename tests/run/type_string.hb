// expect: 5 104 111 ell
// expect: true false true true false
// expect: 6 héllo
// expect: h@0 é@1 l@3 l@4 o@5
// expect: [] 0 true
// expect: a\nb `raw`
// expect: 3 lines
// expect: x65533 x65533 A
// expect: abc abd true
// expect: lo wor|hello|world|hello world
// expect: 72 101 0
// expect: tail ail
// expect: olleh

// Strings are bytes with a length; `for` walks the runes.

reversed :: (text: String) -> String
    bytes := make_slice{u8}(text.length)
    for i in 0..<text.length
        bytes[text.length - 1 - i] = text[i]
    end
    return String{data = bytes.data, length = bytes.length}
end

main :: () -> Int
    text := "hello"
    print("{} {} {} {}\n", text.length, text[0], text[4], text[1..=3])
    other := reversed(reversed(text))
    print("{} {} {} {} {}\n", text == other, text != other, text.data != other.data, "abc" < "abd", "b" < "abc")
    accent := "héllo"
    print("{} {}\n", accent.length, accent)
    for rune, offset in accent
        print("{}@{}{}", rune, offset, ifx offset == 5 => "\n" else => " " end)
    end
    empty := text[5..]
    print("[{}] {} {}\n", empty, empty.length, empty == "")
    raw := `a\nb`
    print("{} {}\n", raw, "`raw`")
    lines := `one
two
three`
    count := 1
    for c in lines
        if c == '\n'
            count += 1
        end
    end
    print("{} lines\n", count)
    broken := "\xff\xe2A"
    for c, i in broken
        if c == '\u{FFFD}'
            print("x{} ", u32(c))
        else
            print("{}{}", c, ifx i == 2 => "\n" else => "?" end)
        end
    end
    print("{} {} {}\n", "abc", "abd", "abc" <= "abc")
    long := "hello world"
    print("{}|{}|{}|{}\n", long[3..<9], long[..<5], long[6..], long[..])
    c: CString = "He"
    bytes := Pointer{u8}(c)
    print("{} {} {}\n", bytes[0], bytes[1], bytes[2])
    piece := long[..]
    piece = "tail"
    print("{} {}\n", piece, piece[1..])
    print("{}\n", reversed(text))
    return 0
end
