// eval: no, files
// expect: ARRAY_START("") NUMBER("1") TEXT("aä") NOTHING("null") NUMBER("12") ARRAY_END("") OBJECT_START("") KEY("k") NUMBER("1") 2:8: expected `,` or `}`
// expect: false cannot read "/": is a directory
// expect: 7282 true read true BAD_DESCRIPTOR
// expect: 6554 true read true BAD_DESCRIPTOR
// expect: 7282 true read true BAD_DESCRIPTOR
// expect: 7282 true read true BAD_DESCRIPTOR
// expect: 32003 true read true BAD_DESCRIPTOR
// expect: no leak: true
// expect: true 0
// expect: EVENTS 260000 ok true 0
// expect: ELEMENTS 0 1:2: a key comes next true 0
// expect: SKIPS 20000 ok true 0
// expect: EVENTS 260003 ok true 0
// expect: ELEMENTS 20000 20002:1: expected an object true 0
// expect: SKIPS 1 ok true 0
// expect: EVENTS 4 ok true 0
// expect: ELEMENTS 1 ok true 0
// expect: SKIPS 1 ok true 0
// expect: EVENTS 8 ok false 0
// expect: ELEMENTS 2 ok false 0
// expect: SKIPS 1 ok true 0

// The reader of a file gives what the reader of the whole text gives, wherever the file is cut into pieces, and keeps no more than a window of it.

#import "List"
#import "Ordered_Map"
Fs :: #import "Fs"
Io :: #import "Io"
Json :: #import "Json"
Process :: #import "Process"
Reflect :: #import "Reflect"
Strings :: #import "Strings"
Tracking :: #import "Tracking"

Row :: struct
    id: i16
    name: String
    x: f64
    tags: List{String}
    by_name: Ordered_Map{u8, Bool}
    next: Pointer{Row}
end

// How a reader is used: what is seen then, and the error, as a text.
Use :: enum
    EVENTS
    VALUES
    ROWS
    ELEMENTS
    SKIPS
    TURNS
end

seen :: (reader: Pointer{Json.Reader}, use: Use) -> String
    b := Strings.builder()
    out := b.writer()
    match use
    case .EVENTS
        while event := reader.next()
            print_to(&out, "{}({:?}) ", event.kind, event.text)
        end
    case .VALUES
        while value := reader.read_next{Json.Value}()
            print_to(&out, "{} ", value)
            value.destroy()
        end
    case .ROWS
        while rows := reader.read_next{List{Row}}()
            text := Json.encode(rows)
            print_to(&out, "{} ", text)
            delete(text)
            Reflect.release_value(&rows)
        end
    case .ELEMENTS
        if start := reader.next()
            while value := reader.read_next{Json.Value}()
                print_to(&out, "{} {} ", start.kind, value)
                value.destroy()
            end
        end
    case .SKIPS
        while reader.skip_next()
            print_to(&out, "- ")
        end
    case .TURNS
        turn := 0
        while event := reader.next()
            print_to(&out, "{}({:?}) ", event.kind, event.text)
            if event.kind == .KEY || event.kind == .ARRAY_START
                turn += 1
                print_to(&out, "{} ", turn % 3 == 0 || reader.skip_next())
            end
        end
    end
    print_to(&out, "{}", reader.parser.error)
    return b.take()
end

// Every text, cut into pieces of every length.
pieces :: (path: String)
    compared, other := 0, 0
    for text in Array{String, _}{
        // right ones
        "", " \n\t\r ", "0", "-12.5e-3", "null", " true false null ", "\"\"", "[]", "{}", "[[], {}]", "1 2 3", "12345678 -9.25E+10\n7\n",
        "{\"a\": [1, true, \"x\\n\"], \"b\": {}}\n[]\n3 [1, 2] \"ends\"", "\"größe 你好 🦀 \\u00e4\\ud83e\\udd80\\\"\\\\\\/\\b\\f\\r\\t\"",
        "{ \"a\" : 1 ,\n\n \"ä\\u0000\" :[ 2 , \"\\ud83d\\ude00\" ] }", "\"🦀🦀\" 5", "\"\\u00e4\xc3\xa4\"",
        "[{\"id\": 12, \"name\": \"a long name, longer than words\", \"x\": -1.5e3, \"tags\": [\"p\", \"q\\n\"]},\n {\"other\": [{\"deep\": [null, \"€\\u20ac\"]}], \"by_name\": {\"1\": true, \"20\": false}, \"next\": {\"id\": -3}}, {}]",
        // wrong ones
        "\"a\xff\"", "\"a\xc3", "\"\xf0\x9f\xa6\"", "\"\xe2\x82", "\"\xe0\x80\x80\"", "\"\xed\xa0\x80\"", "\"\\u00e4\xc3\"", "\"\x80\"", "\"\xf8\xff\xff\xff\xff\"", "[1,]", "{\"a\":1,}", "{,}", "01", "-", "-x", "1.", "1.x", ".5", "1e", "[1e+]", "+1",
        "tru", "nul", "[nulx]", "truefalse", "truex", "\"\\u12G4\"", "\"\\u12", "\"\\ud800\\u0041\"", "\"\\ud800\"", "\"\\ud800\\n\"", "\"\\ud800", "\"\\", "\"\\x\"", "\"abc", "\n\n  \"abc\n\"", "\"\t\"", "[1}", "{\"a\": 1]", "{\"a\" 1}",
        "{\"a\"", "{\"a\":", "{\"a\": 1", "{1: 2}", "[1 2]", "[", "[1", "[1,", "{", "\x00", "[\x00]", "1 \x00", "\u{feff}1", "[1,\n2,\n\n   3\n x]", "NaN", "'a'", "[12, 99999999999999999999, 1e999]", "{\"id\": 1.5}", "[{\"id\": 40000}]",
        "[{\"id\": 1,\n \"by_name\": {\"256\": true}}]", "[{\"name\": 1}]", "[{\"skipped\": [1, {\"a\": \"\\q\"}]}]", "[{\"skipped\": \"\xff\"}]", "[{\"skipped\": {\"a\" 1}}]"}
        assert(Fs.write_text(path, text) == .ok)
        file, _ := Io.open_reader(path)
        for use in Array{Use, _}{.EVENTS, .VALUES, .ROWS, .ELEMENTS, .SKIPS, .TURNS}
            whole := Json.reader(text)
            expected := seen(&whole, use)
            whole.destroy()
            for step in 1..=text.length + 1
                assert(file.seek(0) == .ok)
                reader := Json.reader(&file)
                reader.parser.window.step = step
                found := seen(&reader, use)
                if found != expected
                    other += 1
                    print("{:?} in pieces of {}, {}:\n  {}\n  {}\n", text, step, use, expected, found)
                end
                compared += 1
                delete(found)
                reader.destroy()
            end
            delete(expected)
        end
        file.close()
    end
    print("{} {}\n", compared > 5000, other)
end

// A pipe whose writer is slow, and events that are there before it goes on.
slow_pipe :: ()
    child, _ := Process.start({"sh", "-c", `printf '[1, "a\u00'; sleep 0.01; printf 'e4", '; sleep 0.01; printf 'nul'; sleep 0.01; printf 'l, 1'; sleep 0.01; printf '2]\n{"k'; sleep 0.01; printf '": 1]'`}, capture = true)
    file := Io.reader_of(child.output, "a pipe")
    reader := Json.reader(&file)
    text := seen(&reader, .EVENTS)
    print("{}\n", text)
    delete(text)
    reader.destroy()
    file.close()
    _ = Process.wait(child)
end

Meter :: struct
    in_use, peak: Int
end

metered :: (mode: AllocatorMode, size: Int, alignment: Int, data: Pointer{Void}, old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    meter := Pointer{Meter}(data)
    meter.in_use += size - old_size
    meter.peak = max(meter.peak, meter.in_use)
    return page_allocator(mode, size, alignment, null, old_size, old_memory, options)
end

// What is longer than the memory that reading it may take, in all ways to read it. A value that is read whole may take as much as it has.
long_texts :: ()
    for command in Array{String, _}{
        `yes '{"a": [1, "b\n", null], "rest": {"x": -1.5}}' | head -n 20000`,
        `echo '['; yes '{"a": [1, "b\n", null], "rest": {"x": -1.5}},' | head -n 20000; echo '7]'`,
        `echo '[{}'; yes '                                                                     ' | head -n 20000; echo ']'`,
        `printf '[{"skipped":"'; yes 'größe 🦀\n\u00e4 and more of it' | tr -d '\n' | head -c 999999; echo '"}, {}]'`}
        for use in Array{Use, 3}{.EVENTS, .ELEMENTS, .SKIPS}
            meter: Meter
            with context{allocator = metered, allocator_data = &meter}
                child, _ := Process.start({"sh", "-c", command}, capture = true)
                file := Io.reader_of(child.output)
                reader := Json.reader(&file)
                count := 0
                if use == .EVENTS
                    while _ := reader.next()
                        count += 1
                    end
                else if use == .SKIPS
                    while reader.skip_next()
                        count += 1
                    end
                else if _ := reader.next()
                    while row := reader.read_next{Row}()
                        count += 1
                        Reflect.release_value(&row)
                    end
                end
                print("{} {} {} {} ", use, count, reader.parser.error, meter.peak < 300_000)
                reader.destroy()
                file.close()
                _ = Process.wait(child)
            end
            print("{}\n", meter.in_use)
        end
    end
end

// Reading fails at once, or in the middle of something.
failing_reads :: (path: String)
    file, _ := Io.open_reader("/")
    reader := Json.reader(&file)
    _, ok := reader.next()
    print("{} {}\n", ok, reader.parser.error)
    reader.destroy()
    file.close()
    for element, i in Array{String, 5}{"12345678,", "\"größe\",", "   null ,", "\"\\u00e4\",", "{\"a\":1},"}
        b := Strings.builder()
        b.append("[")
        for _ in 0..<8000
            b.append(element)
        end
        b.append("1]")
        assert(Fs.write_text(path, b.text()) == .ok)
        b.destroy()
        broken, _ := Io.open_reader(path)
        events := Json.reader(&broken)
        count, is_right := 0, true
        while event := events.next()
            if count == 0
                Fs.close(broken.file)
            end
            count += 1
            is_right &= event.kind != .NUMBER || event.text.length == ifx i == 0 => 8 else => 1 end
        end
        print("{} {} ", count, is_right)
        match events.parser.error
        case .failed f => print("{} {} {}\n", f.action, f.path == path, f.code)
        else           => print("{}\n", events.parser.error)
        end
        events.destroy()
        broken.file = -1
        broken.close()
    end
end

main :: ()
    path := format("/tmp/hubbub-json-file-{}", Process.id())
    defer _ = Fs.remove_all(path)
    tracking := Tracking.create()
    with context{allocator = Tracking.allocate, allocator_data = &tracking}
        slow_pipe()
        failing_reads(path)
    end
    print("no leak: {}\n", tracking.report())
    tracking.destroy()
    pieces(path)
    long_texts()
end
