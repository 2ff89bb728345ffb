// eval: no, no files, no clock and no processes there
// expect: cannot open "/no/such/file": no such file or directory true
// expect: ok 12 hello
// expect: one
// expect: two 2
// expect: three
// expect: 3 lines ok
// expect: 1 a.txt FILE 2 b FOLDER
// expect: true false FILE 14
// expect: cannot remove "…/b": directory not empty
// expect: ok false
// expect: src/main.hb main.hb main hb src src/main.o
// expect: /x/c ../a . / ..
// expect: 2000-02-29T12:30:05Z 951827405 TUESDAY
// expect: 1969-12-31T23:59:59Z THURSDAY 1970-01-01T00:00:00Z
// expect: true false false
// expect: true true true
// expect: none some(5)
// expect: 0 hello
// expect: 3 true
// expect: cannot start "no-such-program": no such file or directory
// expect: true

Fs :: #import "Fs"
Io :: #import "Io"
Os :: #import "Os"
Env :: #import "Env"
Path :: #import "Path"
Time :: #import "Time"
Process :: #import "Process"
Sort :: #import "Sort"
Strings :: #import "Strings"

files :: (folder: String) -> Os.Error
    file := Path.join(folder, "a.txt")
    Fs.write_text(file, "one\ntwo 2\n") or_return
    Fs.append_text(file, "three") or_return
    reader := Io.open_reader(file) or_return
    count := 0
    while line := reader.read_line()
        print("{}\n", line)
        count += 1
    end
    print("{} lines {}\n", count, reader.error)
    reader.close()
    inner := Path.join(folder, "b")
    Fs.make_folders(Path.join(inner, "c/d")) or_return
    entries := Fs.list_folder(folder) or_return
    Sort.sort(entries.items(), (a: Fs.Entry, b: Fs.Entry) -> Bool => a.name < b.name)
    print("1 {} {} 2 {} {}\n", entries[0].name, entries[0].kind, entries[1].name, entries[1].kind)
    Fs.destroy_entries(&entries)
    status := Fs.status(file) or_return
    Fs.rename(file, Path.join(inner, "z")) or_return
    print("{} {} {} {}\n", Fs.is_folder(inner), Fs.exists(file), status.kind, status.size - 1)
    failed := Fs.remove_folder(inner)
    print("{}\n", Strings.replace(format("{}", failed), folder, "…"))
    return Fs.remove_all(folder)
end

writing :: (path: String) -> Os.Error
    w := Io.create(path) or_return
    w.write("hello")
    out := w.writer()
    put(&out, 7)
    for _ in 0..<20_000
        w.write("abcdef")
    end
    w.close() or_return
    text := Fs.read_text(path) or_return
    defer delete(text)
    print("{} {} {}\n", Os.Error.ok, ifx text.length == 120_006 => 12 else => text.length end, text[..<5])
    return Fs.remove_file(path)
end

paths :: ()
    path := Path.join("src", "main.hb")
    print("{} {} {} {} {} {}\n", path, Path.base(path), Path.stem(path), Path.extension(path), Path.folder(path), Path.with_extension(path, "o"))
    print("{} {} {} {} {}\n", Path.normal("/x/./b//../c/"), Path.normal("../a"), Path.folder("x"), Path.folder("/x"), Path.normal("a/../.."))
end

times :: ()
    d := Time.Date{2000, 2, 29, 12, 30, 5}
    print("{} {} {}\n", d, Time.unix_of(d), Time.weekday(d))
    first, _ := Time.parse_date("1970-01-01")
    print("{} {} {}\n", Time.date_of(-1), Time.weekday(first), first)
    a, good := Time.parse_date("2024-02-29 01:02:03")
    _, bad := Time.parse_date("2023-02-29")
    print("{} {} {}\n", good && a.hour == 1, bad, Time.is_leap_year(1900))
    start := Time.now()
    Time.sleep(Time.Duration(2_000_000))
    took := Time.since(start)
    all := true
    for i in 0..<2000
        unix := i * 12_345_678_901 - 9_000_000_000_000
        all = all && Time.unix_of(Time.date_of(unix)) == unix
    end
    print("{} {} {}\n", Time.milliseconds(took) >= 2.0, Time.unix_now() > 1_700_000_000, all)
end

main :: () -> Int
    _, error := Fs.read_text("/no/such/file")
    print("{} {}\n", error, Os.is_not_found(error))
    folder := format("/tmp/hubbub-lib-system-{}", Process.id())
    made := Fs.make_folder(folder)
    if made != Os.Error.ok
        print("{}\n", made)
        return 1
    end
    done := writing(Path.join(folder, "big"))
    if done != Os.Error.ok
        print("{}\n", done)
    end
    result := files(folder)
    print("{} {}\n", result, Fs.exists(folder))
    paths()
    times()
    home := Env.get("NO SUCH VARIABLE")
    path := Env.get("PATH")
    print("{} {}\n", home, ifx tag_of(path) == .some => some(5) else => Maybe{Int}.none end)
    echoed, _ := Process.run({"echo", "hello"})
    print("{} {}", echoed.status, echoed.output)
    echoed.destroy()
    failing, _ := Process.run({"/bin/sh", "-c", "pwd; exit 3"}, folder = "/")
    print("{} {}\n", failing.status, failing.output == "/\n")
    _, missing := Process.run({"no-such-program"})
    print("{}\n", missing)
    here, _ := Env.current_folder()
    print("{}\n", Path.is_absolute(here))
    return 0
end
