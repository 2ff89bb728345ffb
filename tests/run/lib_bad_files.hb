// eval: no, files
// expect: cannot open "a\0b": invalid argument
// expect: cannot link "\0": invalid argument
// expect: cannot rename "a\0": invalid argument
// expect: false
// expect: cannot read "/": is a directory ""
// expect: ok "" false cannot read "/": is a directory
// expect: cannot open: no such file or directory
// expect: cannot open "/etc/passwd/x": not a directory
// expect: name too long
// expect: name too long
// expect: 0 cannot open "/etc/passwd": not a directory
// expect: cannot write "nothing": the file is not open for this
// expect: cannot read "nothing": the file is not open for this
// expect: cannot write "/dev/full": no space left
// expect: ok "\xff\xfe.txt" ok
// expect: cannot make the folder "x/y": no such file or directory
// expect: cannot look at "none": no such file or directory
// expect: cannot go to "x\0y": invalid argument
// expect: cannot start "a\0b": invalid argument
// expect: cannot start "/etc": permission denied
// expect: cannot start "/etc/passwd": permission denied
// expect: cannot start "true": no such file or directory
// expect: ok 3 "out\nerr\n"
// expect: 200000
// expect: 137
// expect: cannot wait for a process: no such child process

// What is no file, no path, no program or not open gives an error with its path and harms nobody.

Env :: #import "Env"
Fs :: #import "Fs"
Io :: #import "Io"
Os :: #import "Os"
Process :: #import "Process"
Strings :: #import "Strings"

problem :: (error: Os.Error) -> String
    match error
    case .failed f => return Os.describe(f.code)
    case .ok       => return "ok"
    end
end

paths :: ()
    print("{}\n", Fs.write_text("a\0b", "x"))
    print("{}\n", Fs.make_link("\0", "b"))
    print("{}\n", Fs.rename("a\0", "b"))
    print("{}\n", Fs.exists("/etc/passwd\0.txt"))
    text, error := Fs.read_text("/")
    print("{} {:?}\n", error, text)
    r, opened := Io.open_reader("/")
    line, ok := r.read_line()
    print("{} {:?} {} {}\n", opened, line, ok, r.error)
    r.close()
    print("{}\n", Fs.write_text("", "x"))
    print("{}\n", Fs.write_text("/etc/passwd/x", "x"))
    print("{}\n", problem(Fs.write_text(Strings.repeat("x", 300), "x")))
    print("{}\n", problem(Fs.write_text(Strings.repeat("x/", 3000), "x")))
    entries, listed := Fs.list_folder("/etc/passwd")
    print("{} {}\n", entries.length, listed)
    w := Io.writer_of(77, "nothing")
    w.write("x")
    print("{}\n", w.close())
    nothing := Io.reader_of(77, "nothing")
    _, unread := nothing.read_all()
    print("{}\n", unread)
    print("{}\n", Fs.write_text("/dev/full", "x"))
    odd := Fs.write_text("\xff\xfe.txt", "x")
    found, _ := Fs.list_folder(".")
    print("{} {:?} {}\n", odd, found[0].name, Fs.remove_file("\xff\xfe.txt"))
    print("{}\n", Fs.make_folder("x/y"))
    print("{}\n", Fs.remove_all("none"))
    print("{}\n", Env.set_current_folder("x\0y"))
end

start :: (command: Slice{String}, folder: String = "")
    _, error := Process.start(command, folder)
    print("{}\n", error)
end

programs :: ()
    start({"a\0b"})
    start({"/etc"})
    start({"/etc/passwd"})
    start({"true"}, "/no such folder")
    both, error := Process.run({"sh", "-c", "cat; echo err >&2; exit 3"}, input = "out\n", join_errors = true)
    print("{} {} {:?}\n", error, both.status, both.output)
    large, _ := Process.run({"wc", "-c"}, input = Strings.repeat("x", 200_000))
    print("{}\n", Strings.trim(large.output))
    child, _ := Process.start({"sleep", "60"})
    _ = Process.kill(child, 9)
    print("{}\n", Process.wait(child) or_else -1)
    _, again := Process.wait(child)
    print("{}\n", again)
end

main :: ()
    folder := format("/tmp/hubbub-bad-files-{}", Process.id())
    _ = Fs.make_folder(folder)
    _ = Env.set_current_folder(folder)
    paths()
    programs()
    _ = Fs.remove_all(folder)
end
