// eval: no, there are no files
// expect: bin 1 3
// expect: txt 2 45
// expect: true true
// expect: false true
// expect: [1234567890]
// expect: [the last line, without an end]
// expect: ok
// expect: ok false
// expect: cannot remove "/no/such/file": no such file or directory
// expect: cannot read "/tmp": is a directory

// A tree of files is made, measured by kind of file, copied, compared and removed.

#import "List"
#import "Ordered_Map"
Fs :: #import "Fs"
Hash :: #import "Hash"
Io :: #import "Io"
Os :: #import "Os"
Path :: #import "Path"
Process :: #import "Process"
Strings :: #import "Strings"

Weight :: struct
    files, bytes: Int
end

measure :: (folder: String, weights: Pointer{Ordered_Map{String, Weight}}) -> Os.Error
    entries := Fs.list_folder(folder) or_return
    defer Fs.destroy_entries(&entries)
    for entry in entries
        path := Path.join(folder, entry.name)
        defer delete(path)
        if Fs.is_folder(path)
            measure(path, weights) or_return
        else
            status := Fs.status(path) or_return
            weight := weights.entry(Strings.copy(Path.extension(path)))
            weight.files += 1
            weight.bytes += status.size
        end
    end
    return .ok
end

work :: (root: String) -> Os.Error
    Fs.make_folders(Path.join(root, "a/b")) or_return
    Fs.write_text(Path.join(root, "a/one.txt"), "12345") or_return
    Fs.write_text(Path.join(root, "a/b/two.txt"), "1234567890") or_return
    Fs.append_text(Path.join(root, "a/b/two.txt"), "\nthe last line, without an end") or_return
    Fs.write_bytes(Path.join(root, "a/b/three.bin"), Array{u8, 3}{0, 255, 10}[..]) or_return
    weights := ordered_map{String, Weight}()
    measure(root, &weights) or_return
    weights.sort_keys()
    for extension, weight in weights
        print("{} {} {}\n", extension, weight.files, weight.bytes)
    end
    Fs.copy_file(Path.join(root, "a/b/two.txt"), Path.join(root, "copy.txt")) or_return
    one := Fs.read_text(Path.join(root, "a/b/two.txt")) or_return
    two := Fs.read_text(Path.join(root, "copy.txt")) or_return
    print("{} {}\n", one == two, Hash.crc32(one) == Hash.crc32(two))
    Fs.rename(Path.join(root, "copy.txt"), Path.join(root, "moved.txt")) or_return
    print("{} {}\n", Fs.exists(Path.join(root, "copy.txt")), Fs.is_file(Path.join(root, "moved.txt")))
    r := Io.open_reader(Path.join(root, "moved.txt")) or_return
    while line := r.read_line()
        print("[{}]\n", line)
    end
    r.close()
    return .ok
end

main :: () -> Int
    root := format("/tmp/hubbub-use-folders-{}", Process.id())
    done := work(root)
    print("{}\n", done)
    print("{} {}\n", Fs.remove_all(root), Fs.exists(root))
    missing := Fs.remove_file("/no/such/file")
    print("{}\n", missing)
    _, folder := Fs.read_text("/tmp")
    print("{}\n", folder)
    return 0
end
