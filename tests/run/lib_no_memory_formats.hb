// eval: no, the program starts itself
// expect: []
// expect: no leak: true
// expect: every allocation failed once, cleanly: true
// leak-test: Base64 Csv Env Fs Io Json Path Process Reflect Yaml
// failing-allocator-test: Base64 Csv Env Fs Io Json Path Process Reflect Yaml

// The formats and the modules over files: nothing leaks when there is memory, and each n-th allocation that fails ends with a panic that says so, at a
// line of the program and not of the library.

#import "List"
#import "Map"
#import "Ordered_Map"
Base64 :: #import "Base64"
Csv :: #import "Csv"
Env :: #import "Env"
Fs :: #import "Fs"
Io :: #import "Io"
Json :: #import "Json"
Path :: #import "Path"
Process :: #import "Process"
Reflect :: #import "Reflect"
Strings :: #import "Strings"
Tracking :: #import "Tracking"
Yaml :: #import "Yaml"

Point :: struct
    x, y: Int
    name: String
end

Everything :: struct
    points: List{Point}
    names: Slice{String}
    by_name: Ordered_Map{String, Point}
    by_number: Map{Int, String}
    next: Pointer{Point}
    note: Maybe{String}
end

JSON :: `{"points": [{"x": 1, "name": "a\n"}, {"y": 2}], "names": ["b", "c"], "by_name": {"k": {}}, "by_number": {"7": "seven"}, "next": {"name": "n"}, "note": "x"}`
YAML :: "points: [{x: 1, name: \"a\\n\"}, &p {y: 2}, *p]\nnames:\n  - b\n  - |\n    c\n    d\nby_name: {<<: {k: {}}, l: {}}\nby_number: {7: seven}\nnext: {name: n}\nnote: x\n"

formats :: ()
    x, _ := Json.decode{Everything}(JSON)
    delete(Json.encode(x, indent = 2))
    delete(Yaml.encode(x))
    Reflect.release_value(&x)
    y, _ := Yaml.decode{Everything}(YAML)
    Reflect.release_value(&y)
    _, wrong := Json.decode{Everything}(JSON[..<JSON.length - 1])
    _, other := Yaml.decode{Everything}("points: [{x: 1, name: a}, {x: b}]")
    assert(wrong != .ok && other != .ok)
    document, _ := Json.parse(JSON)
    delete(Yaml.to_text(&document))
    document.destroy()
    reader := Json.reader(JSON)
    while _ := reader.next()
    end
    reader.destroy()
    events := Yaml.reader(YAML)
    while _ := events.next()
    end
    events.destroy()
    stream := Json.stream()
    stream.begin_array()
    stream.end_array()
    stream.end_stream()
    print("\n")
    rows := Csv.reader("a,\"b\"\n1,2\n")
    while _ := rows.next()
    end
    rows.destroy()
    data, _ := Base64.decode("YW55")
    delete(data)
    delete(Base64.encode("any"))
    delete(Base64.encode_hex("any"))
end

files :: (folder: String)
    path := Path.join(folder, "file.txt")
    defer delete(path)
    assert(Fs.write_text(path, "one\ntwo\n") == .ok)
    text, _ := Fs.read_text(path)
    delete(text)
    bytes, _ := Fs.read_bytes(path)
    delete(bytes)
    entries, _ := Fs.list_folder(folder)
    Fs.destroy_entries(&entries)
    r, _ := Io.open_reader(path)
    while _ := r.read_line()
    end
    r.close()
    table, _ := Io.open_reader(path)
    rows := Csv.reader(&table)
    for _ in rows
    end
    rows.destroy()
    table.close()
    assert(Fs.write_text(path, "[1, \"a\\n\"]") == .ok)
    file, _ := Io.open_reader(path)
    json := Json.reader(&file)
    while _ := json.next()
    end
    json.destroy()
    file.close()
    w, _ := Io.open_append(path)
    w.write("three\n")
    assert(w.close() == .ok)
    all := Env.all()
    all.destroy()
    current, _ := Env.current_folder()
    delete(current)
    delete(Path.normal("a/../b"))
    delete(Path.with_extension("a.b", "c"))
    echo, _ := Process.run({"/bin/echo", "hello"})
    echo.destroy()
end

failing :: (mode: AllocatorMode, size: Int, alignment: Int, data: Pointer{Void},
            old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    left := Pointer{Int}(data)
    if mode == .ALLOCATE || mode == .RESIZE
        left@ -= 1
        if left@ == 0
            return null
        end
    end
    return page_allocator(mode, size, alignment, null, old_size, old_memory, options)
end

main :: (arguments: Slice{String}) -> Int
    if arguments.length == 3
        left := Strings.parse_int(arguments[1]) or_else 0
        with context{allocator = failing, allocator_data = &left}
            formats()
            files(arguments[2])
        end
        return 0
    end
    folder := format("/tmp/hubbub-no-memory-{}", Process.id())
    _ = Fs.make_folder(folder)
    defer _ = Fs.remove_all(folder)
    tracking := Tracking.create()
    with context{allocator = Tracking.allocate, allocator_data = &tracking}
        formats()
        files(folder)
    end
    print("no leak: {}\n", tracking.report())
    n := 1
    while true
        result, error := Process.run({"/bin/sh", "-c", format("exec /proc/{}/exe {} {} 2>&1", Process.id(), n, folder)})
        assert(error == .ok)
        if result.status == 0
            print("every allocation failed once, cleanly: {}\n", n > 100)
            return 0
        end
        if result.status != 134 || !Strings.contains(result.output, "panic: out of memory") || Strings.contains(result.output, "\n  at stdlib/")
            print("{}: {} {}\n", n, result.status, result.output)
            return 1
        end
        result.destroy()
        n += 1
    end
end
