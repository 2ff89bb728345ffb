// eval: no, PCRE2 is foreign code
// expect: 0: 0 /
// expect: 1: 0 1 /
// expect: 2: 0 1 2 /
// expect: 3: 0 / 1 3
// expect: 4: 0 4 / 1 3
// expect: 5: 0 5 / 1 3
// expect: 6: 0 / 1 3 5 6
// expect: some(Accc-) some(c) none

// Texts that are no UTF-8: what stands behind the end of a text that ends in half a rune is none of the search's business, and
// graphemes stop before what is no rune.

Regex :: #import "Regex"
Strings :: #import "Strings"

main :: ()
    bytes := Array{u8, _}{'-', 0xc3, 0xa9, 0xa9, 0xa9, 'a'}
    inside, _ := Regex.compile(`\B`)
    edge, _ := Regex.compile(`\b`)
    defer inside.destroy()
    defer edge.destroy()
    for n in 0..=bytes.length
        text := Strings.from_bytes(bytes[..<n])
        print("{}:", n)
        for found in inside.all(text)
            print(" {}", found.start_of())
        end
        print(" /")
        for found in edge.all(text)
            print(" {}", found.start_of())
        end
        print("\n")
    end

    graphemes, _ := Regex.compile(`(?s)(?<n>(?>\X{,2}){2}[\d\-]\X*?)`)
    grapheme, _ := Regex.compile(`\X`)
    defer graphemes.destroy()
    defer grapheme.destroy()
    // the search begins within the rune, and there
    print("{} {} {}\n", graphemes.find("ababx- A漢aabAAccc-", from = 9), grapheme.find("\xff\xffc"), grapheme.find("\xff\xff\xe6"))
end
