// expect: 0 bytes, 0 lines, true true true
// expect: 1 bytes, 1 lines, true true true
// expect: 2 bytes, 1 lines, true true true
// expect: 57 bytes, 1 lines, true true true
// expect: 58 bytes, 2 lines, true true true
// expect: 200 bytes, 4 lines, true true true
// expect: "QQ==" "A" true
// expect: "QQ" "A" true
// expect: "QQ=" "" false
// expect: "Q" "" false
// expect: "QR==" "" false
// expect: "Q Q=" "" false
// expect: "" false

// An attachment: base 64 in lines of 76, its checksum, and back.

Base64 :: #import "Base64"
Hash :: #import "Hash"
Random :: #import "Random"
Strings :: #import "Strings"

wrap :: (text: String, width: Int) -> String
    out := Strings.builder()
    at := 0
    while at < text.length
        out.append(text[at..<min(at + width, text.length)])
        out.append("\r\n")
        at += width
    end
    return out.take()
end

unwrap :: (text: String) -> String
    out := Strings.builder()
    for line in Strings.lines(text)
        out.append(line)
    end
    return out.take()
end

main :: () -> Int
    r := Random.random(7)
    for length in Array{Int, 6}{0, 1, 2, 57, 58, 200}
        bytes := make_slice{u8}(length)
        for &b in bytes
            b = u8(r.below(256))
        end
        data := Strings.from_bytes(bytes)
        encoded := Base64.encode(data)
        lines := wrap(encoded, 76)
        joined := unwrap(lines)
        decoded, ok := Base64.decode(joined)
        print("{} bytes, {} lines, {} {} {}\n", length, Strings.count(lines, "\n"), ok, decoded == data, Hash.crc32(decoded) == Hash.crc32(data))
    end
    for text in Array{String, 6}{"QQ==", "QQ", "QQ=", "Q", "QR==", "Q Q="}
        data, ok := Base64.decode(text)
        print("{:?} {:?} {}\n", text, data, ok)
    end
    hex, ok := Base64.decode_hex("4869FfG0")
    print("{:?} {}\n", hex, ok)
    return 0
end
