// What `tests/src/bin/twins/json.rs` does, in Hubbub: see `Measure`.

#import "Measure"
Json :: #import "Json"
Strings :: #import "Strings"

SIZE :: 50_000_000

WORDS :: Array{String, 8}{
    "Sherlock", "Đường", "a \\\"quoted\\\" word", "line\\nbreak", "tab\\tbed", "Straße", "\\u00e9clair", "international",
}

word :: (x: u64, shift: u64) -> String => WORDS[(x >> shift) % 8]

records :: () -> String
    r := SEED
    text := Strings.builder()
    text.append("[")
    id := 0
    out := text.writer()
    while text.length < SIZE
        x := next(&r)
        if id > 0
            text.append(',')
        end
        print_to(&out, "{{\"id\":{},\"name\":\"{} {}\",\"score\":{}.{}", id, word(x, 3), word(x, 6), (x >> 40) & 1023, (x >> 50) & 1023)
        print_to(&out, ",\"isActive\":{},\"tags\":[\"{}\",\"{}\",null]", x & 1 == 0, word(x, 9), word(x, 12))
        print_to(&out, ",\"place\":{{\"x\":-{},\"y\":{}e-3,\"note\":\"{}\"}}}}", (x >> 20) & 4095, (x >> 30) & 65535, word(x, 15))
        id += 1
    end
    text.append("]")
    return text.take()
end

main :: ()
    text := records()
    begin()
    value, error := Json.parse(text)
    done("JSON: parse 50 MB", value.length())
    assert(error == Json.Error.ok, "the text is JSON")
    begin()
    printed := Json.to_text(&value)
    done("JSON: print 50 MB", printed.length)
    begin()
    value.destroy()
    done("JSON: free", text.length)
end
