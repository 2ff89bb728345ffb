// eval: no, the interpreter reads no files
// options: --track
// expect: [["a", "b"], ["c \"d", "e"]] ok
// expect: one / two
// expect: /b FOLDER /b/two.txt FILE /one.txt FILE ok
// expect: 4 1:10: no value begins so
// expect: 3 true

// Iterators that own memory: a loop goes over them where they are, so that what it has got is theirs to free, and they know how it went.

#import "List"
Csv :: #import "Csv"
Fs :: #import "Fs"
Io :: #import "Io"
Json :: #import "Json"
Path :: #import "Path"
Process :: #import "Process"
Sort :: #import "Sort"
Strings :: #import "Strings"
Yaml :: #import "Yaml"

files :: ()
    folder := format("/tmp/hubbub-owning-iterators-{}", Process.id())
    inner, one, two := Path.join(folder, "b"), Path.join(folder, "one.txt"), Path.join(folder, "b/two.txt")
    _ = Fs.make_folders(inner)
    _ = Fs.write_text(one, "one\n\ntwo\n")
    _ = Fs.write_text(two, "")
    reader, _ := Io.open_reader(one)
    for line in reader
        if line == ""
            break
        end
        print("{} / ", line)
    end
    rest, _ := reader.read_all()
    print("{}\n", Strings.trim(rest))
    delete(rest)
    reader.close()

    names := list{String}()
    walk := Fs.walk(folder)
    for found in walk
        names.append(format("{} {}", found.path[folder.length..], found.kind))
    end
    Sort.sort(names.items())
    for name in names
        print("{} ", name)
        delete(name)
    end
    print("{}\n", walk.error)
    names.destroy()
    walk.destroy()
    _ = Fs.remove_all(folder)
    delete(folder)
    delete(inner)
    delete(one)
    delete(two)
end

main :: ()
    rows := Csv.reader("a,b\n\"c \"\"d\",e\n")
    print("[")
    for row, i in rows
        print("{}{:?}", ifx i > 0 => ", " else => "" end, row)
    end
    print("] {}\n", rows.error)
    rows.destroy()
    files()

    events := Json.reader(`["a\tb", `)
    count := 0
    for event in events
        count += 1 + event.text.length
    end
    print("{} {}\n", count - 1, events.parser.error)
    events.destroy()
    nodes := Yaml.reader("- one\n- \"t\\two")
    count = 0
    for event in nodes
        count += Int(event.text.length > 0)
    end
    print("{} {}\n", count + 2, nodes.error != Json.Error.ok)
    nodes.destroy()
end
