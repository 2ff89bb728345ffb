// Answers cases from standard input: a letter, a length in four bytes and so many bytes each. An answer is a length in four bytes and so many bytes. The
// kind `formats` of the tests sends cases and compares the answers with those of Rust's crates.

Base64 :: #import "Base64"
Csv :: #import "Csv"
Io :: #import "Io"
Json :: #import "Json"
Reflect :: #import "Reflect"
Regex :: #import "Regex"
Strings :: #import "Strings"
Unicode :: #import "Unicode"
Yaml :: #import "Yaml"
#import "List"

put_text :: (out: Pointer{Strings.Builder}, letter: u8, text: String)
    out.append(letter)
    out.append_int(text.length)
    out.append(':')
    out.append(text)
end

// A document in a form that says everything: kinds, lengths, the bits of floats; members by their keys.
put_value :: (out: Pointer{Strings.Builder}, value: Pointer{Json.Value})
    match value@
    case .nothing   => out.append('n')
    case .boolean b => out.append(ifx b => "t" else => "f" end)
    case .integer n
        out.append('i')
        out.append_int(n)
        out.append(';')
    case .float x
        writer := out.writer()
        print_to(&writer, "d{:x};", bit_cast{u64}(ifx x == x => x else => bit_cast{f64}(u64(0x7ff8_0000_0000_0000)) end))
    case .text s    => put_text(out, 's', s)
    case .array &elements
        out.append('[')
        for &element in elements
            put_value(out, &element)
        end
        out.append(']')
    case .object &members
        out.append('{')
        members.sort_keys()
        for i in 0..<members.length
            put_text(out, 's', members.at(i).key)
            put_value(out, &members.at(i).value)
        end
        out.append('}')
    end
end

csv :: (out: Pointer{Strings.Builder}, text: String)
    if text.length == 0
        return
    end
    r := Csv.reader(text[1..], text[0])
    while row := r.next()
        out.append('r')
        for field in row
            put_text(out, 's', field)
        end
    end
    if r.error != Csv.Error.ok
        out.clear()
        out.append('!')
    end
    r.destroy()
end

csv_row :: (out: Pointer{Strings.Builder}, text: String)
    fields := Strings.split_list(text, "\0")
    Csv.write_row(out, fields.items())
    fields.destroy()
end

unicode :: (out: Pointer{Strings.Builder}, text: String)
    out.append(ifx Strings.is_valid_utf8(text) => "v" else => "w" end)
    for rune in text
        out.append_int(Int(u32(rune)))
        out.append(',')
    end
    if !Strings.is_valid_utf8(text)
        return
    end
    for grapheme in Unicode.graphemes(text)
        put_text(out, 'g', grapheme)
    end
    for word in Unicode.word_bounds(text)
        put_text(out, 'w', word)
    end
    for changed in Array{String, _}{Unicode.to_upper(text), Unicode.to_lower(text), Unicode.normalize(text), Unicode.normalize(text, .NFD),
                                    Unicode.normalize(text, .NFKC), Unicode.normalize(text, .NFKD)}
        put_text(out, 's', changed)
        Reflect.release_value(&changed)
    end
    out.append_int(Unicode.width(text))
end

json :: (out: Pointer{Strings.Builder}, text: String, prints: Bool)
    value, error := Json.parse(text)
    if error != Json.Error.ok
        out.append('!')
    else if prints
        shown := Json.to_text(&value, text.length % 3)
        out.append(shown)
        delete(shown)
    else
        put_value(out, &value)
    end
    value.destroy()
end

yaml :: (out: Pointer{Strings.Builder}, text: String)
    values, error := Yaml.parse_all(text)
    if error != Json.Error.ok
        out.append('!')
    end
    for &value in values
        put_value(out, &value)
    end
    Reflect.release_value(&values)
end

yaml_of_json :: (out: Pointer{Strings.Builder}, text: String)
    value, error := Json.parse(text)
    if error != Json.Error.ok
        out.append('!')
    else
        shown := Yaml.to_text(&value)
        out.append(shown)
        delete(shown)
    end
    value.destroy()
end

numbers :: (out: Pointer{Strings.Builder}, text: String)
    writer := out.writer()
    n, is_int := Strings.parse_int(text)
    u, is_uint := Strings.parse_uint(text)
    x, is_float := Strings.parse_float(text)
    y, is_small := Strings.parse_f32(text)
    print_to(&writer, "{} {} {} {} ", is_int, n, is_uint, u)
    print_to(&writer, "{} {:x} {} {:x}", is_float, bit_cast{u64}(ifx x == x => x else => 0.0 end), is_small, bit_cast{u32}(ifx y == y => y else => f32(0.0) end))
end

printed :: (out: Pointer{Strings.Builder}, text: String)
    bits: u64
    memory_copy(&bits, text.data, 8)
    writer := out.writer()
    print_to(&writer, "{} {}", bit_cast{f64}(bits), bit_cast{f32}(u32(bits)))
end

base64 :: (out: Pointer{Strings.Builder}, text: String)
    data, ok := Base64.decode(text)
    put_text(out, ifx ok => 's' else => '!' end, data)
    bytes, is_hex := Base64.decode_hex(text)
    put_text(out, ifx is_hex => 's' else => '!' end, bytes)
    for encoded in Array{String, _}{Base64.encode(text), Base64.encode(text, url = true), Base64.encode_hex(text)}
        put_text(out, 's', encoded)
        Reflect.release_value(&encoded)
    end
    Reflect.release_value(&data)
    Reflect.release_value(&bytes)
end

regex :: (out: Pointer{Strings.Builder}, data: String)
    length: u32
    memory_copy(&length, data.data, 4)
    pattern, text := data[4..<4 + Int(length)], data[4 + Int(length)..]
    writer := out.writer()
    r, error := Regex.compile(pattern)
    match error
    case .pattern mistake
        print_to(&writer, "!{}@{}", mistake.code, mistake.position)
        return
    else
    end
    for from in Array{Int, 3}{0, text.length / 2, text.length}
        found, given_up := r.search(text, from)
        if given_up != .ok
            print_to(&writer, "{};", given_up)
        else if m := found
            for group in 0..=r.group_count()
                start, end_ := m.start_of(group), m.end_of(group)
                if start < 0
                    print_to(&writer, "-1,")
                else
                    print_to(&writer, "{}-{},", start, end_)
                end
            end
            out.append(';')
        else
            out.append("none;")
        end
    end
    r.destroy()
end

answer :: (out: Pointer{Strings.Builder}, kind: u8, text: String)
    match kind
    case 'j' => json(out, text, false)
    case 'J' => json(out, text, true)
    case 'y' => yaml(out, text)
    case 'Y' => yaml_of_json(out, text)
    case 'n' => numbers(out, text)
    case 'f' => printed(out, text)
    case 'c' => csv(out, text)
    case 'C' => csv_row(out, text)
    case 'b' => base64(out, text)
    case 'u' => unicode(out, text)
    case 'r' => regex(out, text)
    else
        panic("no such kind: {}", kind)
    end
end

main :: ()
    input := Io.standard_input()
    cases, _ := input.read_all()
    out := Strings.builder()
    at := 0
    while at < cases.length
        length: u32
        memory_copy(&length, &cases.data[at + 1], 4)
        out.clear()
        answer(&out, cases[at], cases[at + 5..<at + 5 + Int(length)])
        length = u32(out.length)
        writer := Writer{}
        write(&writer, String{data = Pointer{u8}(&length), length = 4})
        write(&writer, out.text())
        at += 5 + Int(cases_length(cases, at))
    end
    out.destroy()
end

cases_length :: (cases: String, at: Int) -> u32
    length: u32
    memory_copy(&length, &cases.data[at + 1], 4)
    return length
end
