// eval: no, it starts other programs
// Names that nothing has, and texts that the system would see a part of only.

// expect: cannot make the folder: no such file or directory
// expect: cannot make the folder "/tmp\0x": invalid argument
// expect: cannot start "echo": invalid argument
// expect: cannot start "echo\0x": invalid argument
// expect: cannot start: no such file or directory
// expect: cannot open: no such file or directory
// expect: cannot look at: no such file or directory
// expect: false false false
Fs :: #import "Fs"
Process :: #import "Process"

show_start :: (command: Slice{String})
    result, error := Process.run(command)
    print("{}\n", error)
    result.destroy()
end

main :: ()
    print("{}\n", Fs.make_folders(""))
    print("{}\n", Fs.make_folders("/tmp\0x"))
    show_start({"echo", "a\0b"})
    show_start({"echo\0x"})
    show_start({""})
    _, opening := Fs.read_text("")
    print("{}\n", opening)
    print("{}\n", Fs.remove_all(""))
    print("{} {} {}\n", Fs.exists(""), Fs.is_file("/tmp\0x"), Fs.is_folder("\0"))
end
