//! Files and folders by their paths. Each procedure that can fail gives an `Os.Error`, which knows the path.
//!
//! ```
//! main :: ()
//!     Fs.write_text("/tmp/hubbub-notes.txt", "three words here\n")
//!     text, error := Fs.read_text("/tmp/hubbub-notes.txt")
//!     text                                 // => "three words here\n"
//!     Fs.remove_file("/tmp/hubbub-notes.txt")
//!     text, error = Fs.read_text("/tmp/hubbub-notes.txt")
//!     print("{}\n", error)                 // => cannot open "/tmp/hubbub-notes.txt": no such file or directory
//! end
//! ```
//!
//! A pipe that its reader has left is such an error, too, and does not end the program.
//!
//! What is read lies in memory of the current allocator: `delete` frees a text, `destroy_entries` a list of entries.

#import "Os"
#import "List"
#import "Random" (fill_secret)
#import "Strings" (builder, copy, join)
Env :: #import "Env"

/// What a path leads to.
Kind :: enum
    FILE
    FOLDER
    LINK
    OTHER
end

Status :: struct
    kind: Kind
    size: Int
    mode: Int                           // permissions, as in chmod
    modified_s: Int                     // seconds since 1970
    modified_ns: Int
end

/// An entry of a folder.
Entry :: struct
    name: String
    kind: Kind
end

/// Flags of `open`, to be joined.
READ :: 0
WRITE :: 1
READ_WRITE :: 2
CREATE :: 0o100
EXCLUSIVE :: 0o200
TRUNCATE :: 0o1000
APPEND :: 0o2000
CLOSE_AT_START :: 0o2000000 #private
FOLDER_ONLY :: ifx Build.ARCH == "aarch64" => 0o40000 else => 0o200000 end #private

/// Opens a file; gives its descriptor, for `close` and `Io`.
/// ```
/// file, error := Fs.open("notes.txt", Fs.WRITE | Fs.CREATE)
/// error                                     // => ok
/// Fs.close(file)
/// _, missing := Fs.open("no such file")
/// missing                                   // => cannot open "no such file": no such file or directory
/// ```
open :: (path: String, flags: Int = READ, mode: Int = 0o666) -> (Int, Error)
    room: Path_Room = uninit
    at := c_path(&room, path)
    if at == 0
        return -1, failure("open", path, path_problem(path))
    end
    result := call(.OPEN, HERE, at, flags | CLOSE_AT_START, mode)
    if result < 0
        return -1, failure("open", path, result)
    end
    return result, Error.ok
end

/// Closes what `open` has opened.
/// ```
/// file, error := Fs.open("/")
/// error                                     // => ok
/// Fs.close(file)
/// ```
close :: (file: Int)
    call(.CLOSE, file)
end

/// All that a file holds.
/// ```
/// Fs.write_text("a.bin", "\x01\xff")
/// bytes, error := Fs.read_bytes("a.bin")
/// error                                     // => ok
/// bytes                                     // => [1, 255]
/// delete(bytes)
/// ```
read_bytes :: (path: String, location: Pointer{Source_Location} = #caller-location) -> (Slice{u8}, Error)
    file, error := open(path)
    if error != Error.ok
        return no_bytes(), error
    end
    defer close(file)
    status: Raw_Status = uninit
    expected := ifx call(.STATUS, file, address("".data), AT_EMPTY_PATH, STATUS_BASIC, address(&status)) == 0 => Int(status.size) else => 0 end
    bytes := list{u8}(max(expected + 1, 512), location = location)
    while true
        if bytes.length == bytes.capacity
            bytes.reserve(bytes.length + 1, location = location)
        end
        count := call(.READ, file, address(&bytes.data[bytes.length]), bytes.capacity - bytes.length)
        if count < 0
            bytes.destroy()
            return no_bytes(), failure("read", path, count)
        end
        if count == 0
            break
        end
        bytes.length += count
    end
    bytes.shrink(location = location)
    return bytes.items(), Error.ok
end

no_bytes :: () -> Slice{u8} #private => "".data[0..<0]

/// All that a file holds, as a string. It need not be UTF-8.
/// ```
/// Fs.write_text("notes.txt", "three words here\n")
/// text, error := Fs.read_text("notes.txt")
/// error                                     // => ok
/// text                                      // => "three words here\n"
/// delete(text)
/// ```
read_text :: (path: String, location: Pointer{Source_Location} = #caller-location) -> (String, Error)
    bytes, error := read_bytes(path, location = location)
    return String{data = bytes.data, length = bytes.length}, error
end

/// Makes a file with these contents, or gives an existing one these.
/// ```
/// Fs.write_text("notes.txt", "one line\n")  // => ok
/// Fs.write_text("no/such/folder", "")       // => cannot open "no/such/folder": no such file or directory
/// ```
write_text :: (path: String, text: String) -> Error => write_with(path, text, CREATE | TRUNCATE)

/// Adds to the end of a file, which is made where there is none.
/// ```
/// Fs.append_text("log.txt", "first\n")      // => ok
/// Fs.append_text("log.txt", "second\n")     // => ok
/// Fs.read_text("log.txt") or_else "?"       // => "first\nsecond\n"
/// ```
append_text :: (path: String, text: String) -> Error => write_with(path, text, CREATE | APPEND)

/// The same with bytes.
/// ```
/// Fs.write_bytes("a.bin", {0, 255})         // => ok
/// ```
write_bytes :: (path: String, bytes: Slice{u8}) -> Error
    return write_text(path, String{data = bytes.data, length = bytes.length})
end

write_with :: (path: String, text: String, flags: Int) -> Error #private
    file, error := open(path, WRITE | flags)
    if error != Error.ok
        return error
    end
    defer close(file)
    // a pipe that its reader has left is an error, and no reason for the program to end
    how := ifx kind_of_open(file) == .OTHER => Call.WRITE_TO_PIPE else => Call.WRITE end
    done := 0
    while done < text.length
        count := call(how, file, address(&text.data[done]), text.length - done)
        if count < 0
            return failure("write", path, count)
        end
        done += count
    end
    return Error.ok
end

/// Copies a file's contents; another file of that name loses its own.
/// ```
/// Fs.write_text("a.txt", "abc")             // => ok
/// Fs.copy_file("a.txt", "b.txt")            // => ok
/// Fs.read_text("b.txt") or_else "?"         // => "abc"
/// ```
copy_file :: (from: String, to: String, location: Pointer{Source_Location} = #caller-location) -> Error
    text, error := read_text(from, location = location)
    if error != Error.ok
        return error
    end
    defer delete(text)
    return write_text(to, text)
end

/// Whether a path leads to anything.
/// ```
/// Fs.exists("/")                            // => true
/// Fs.exists("no such file")                 // => false
/// ```
exists :: (path: String) -> Bool
    _, error := status(path)
    return error == Error.ok
end

/// Whether a path leads to a file, not to a folder or to nothing.
/// ```
/// Fs.is_file("/")                           // => false
/// ```
is_file :: (path: String) -> Bool
    found, error := status(path)
    return error == Error.ok && found.kind == .FILE
end

/// Whether a path leads to a folder.
/// ```
/// Fs.is_folder("/")                         // => true
/// ```
is_folder :: (path: String) -> Bool
    found, error := status(path)
    return error == Error.ok && found.kind == .FOLDER
end

/// What a path leads to; links are followed unless one says otherwise.
/// ```
/// Fs.write_text("notes.txt", "12345")
/// found, error := Fs.status("notes.txt")
/// error                                     // => ok
/// found.kind                                // => FILE
/// found.size                                // => 5
/// ```
status :: (path: String, follow: Bool = true) -> (Status, Error)
    room: Path_Room = uninit
    at := c_path(&room, path)
    if at == 0
        return Status{}, failure("look at", path, path_problem(path))
    end
    raw: Raw_Status = uninit
    result := call(.STATUS, HERE, at, ifx follow => 0 else => AT_NO_FOLLOW end, STATUS_BASIC, address(&raw))
    if result < 0
        return Status{}, failure("look at", path, result)
    end
    kind := kind_of_mode(Int(raw.mode))
    return Status{kind, Int(raw.size), Int(raw.mode) & 0o7777, raw.modified_s, Int(raw.modified_ns)}, Error.ok
end

/// What an open file is: pipes, sockets and devices are `OTHER`, and so is what is not open.
/// ```
/// file, _ := Fs.open(".")
/// Fs.kind_of_open(file)                     // => FOLDER
/// Fs.close(file)
/// Fs.kind_of_open(file)                     // => OTHER
/// ```
kind_of_open :: (file: Int) -> Kind
    raw: Raw_Status = uninit
    result := call(.STATUS, file, address("".data), AT_EMPTY_PATH, STATUS_BASIC, address(&raw))
    return ifx result < 0 => .OTHER else => kind_of_mode(Int(raw.mode)) end
end

/// Removes a file, or a link.
/// ```
/// Fs.write_text("notes.txt", "")
/// Fs.remove_file("notes.txt")               // => ok
/// Fs.exists("notes.txt")                    // => false
/// ```
remove_file :: (path: String) -> Error => on_path(.REMOVE, "remove", path, 0)

/// Removes a folder that is empty.
/// ```
/// Fs.make_folders("a/b")
/// Fs.remove_folder("a")                     // => cannot remove "a": directory not empty
/// Fs.remove_folder("a/b")                   // => ok
/// ```
remove_folder :: (path: String) -> Error => on_path(.REMOVE, "remove", path, AT_REMOVE_FOLDER)

/// Removes a file, or a folder with all that is in it. Links are removed, not followed.
/// ```
/// Fs.make_folders("a/b")
/// Fs.write_text("a/notes.txt", "")
/// Fs.remove_all("a")                        // => ok
/// Fs.exists("a")                            // => false
/// ```
remove_all :: (path: String, location: Pointer{Source_Location} = #caller-location) -> Error
    found, error := status(path, follow = false)
    if error != Error.ok
        return error
    end
    if found.kind != .FOLDER
        return remove_file(path)
    end
    entries, listing := list_folder(path, location = location)
    if listing != Error.ok
        return listing
    end
    defer destroy_entries(&entries)
    for entry in entries
        inner := join({path, "/", entry.name}, "", location = location)
        failed := remove_all(inner, location = location)
        if failed != Error.ok
            return failed
        end
        delete(inner)
    end
    return remove_folder(path)
end

/// Makes a folder in one that there is.
/// ```
/// Fs.make_folder("a")                       // => ok
/// Fs.make_folder("a")                       // => cannot make the folder "a": it exists already
/// ```
make_folder :: (path: String) -> Error => on_path(.MAKE_FOLDER, "make the folder", path, 0o777)

/// Makes a folder and those above it that are missing.
/// ```
/// Fs.make_folders("a/b/c")                  // => ok
/// Fs.is_folder("a/b/c")                     // => true
/// ```
make_folders :: (path: String) -> Error
    if path.length == 0
        return make_folder(path)
    end
    for i in 1..=path.length
        if i == path.length || path[i] == '/'
            part := path[..<i]
            if !is_folder(part)
                error := make_folder(part)
                if error != Error.ok
                    return error
                end
            end
        end
    end
    return Error.ok
end

on_path :: (which: Call, action: String, path: String, extra: Int) -> Error #private
    room: Path_Room = uninit
    at := c_path(&room, path)
    if at == 0
        return failure(action, path, path_problem(path))
    end
    result := call(which, HERE, at, extra)
    return ifx result < 0 => failure(action, path, result) else => Error.ok end
end

/// Gives a file or folder another name, in place of one that has it.
/// ```
/// Fs.write_text("a.txt", "abc")
/// Fs.rename("a.txt", "b.txt")               // => ok
/// Fs.read_text("b.txt") or_else "?"         // => "abc"
/// ```
rename :: (from: String, to: String) -> Error => two_paths(.RENAME, "rename", from, to)

/// Where a link leads, as it was given when the link was made; `delete` frees it.
/// ```
/// Fs.make_link("notes.txt", "latest")
/// target, error := Fs.read_link("latest")
/// target                                    // => "notes.txt"
/// delete(target)
/// _, missing := Fs.read_link("/no such link")
/// missing                                   // => cannot read the link "/no such link": no such file or directory
/// ```
read_link :: (path: String, location: Pointer{Source_Location} = #caller-location) -> (String, Error)
    room: Path_Room = uninit
    at := c_path(&room, path)
    if at == 0
        return "", failure("read the link", path, path_problem(path))
    end
    target: Array{u8, 4096} = uninit
    length := call(.READ_LINK, HERE, at, address(&target), 4096)
    if length < 0
        return "", failure("read the link", path, length)
    end
    return copy(String{data = &target[0], length = length}, location = location), Error.ok
end

/// Makes a folder that nobody else has, below that for temporary files (`TMPDIR`, else `/tmp`), for this user only; its path begins so. `delete` frees the path, `remove_all` removes
/// the folder.
/// ```
/// folder, error := Fs.make_temporary_folder("work-")
/// Fs.is_folder(folder)                      // => true
/// Fs.remove_all(folder)                     // => ok
/// delete(folder)
/// ```
make_temporary_folder :: (prefix: String = "", location: Pointer{Source_Location} = #caller-location) -> (String, Error)
    parent := Env.get("TMPDIR") or_else "/tmp"
    name: Array{u8, 8}
    while true
        fill_secret(name[..])
        whole := builder(location = location)
        out := whole.writer()
        print_to(&out, "{}/{}{:016x}", parent, prefix, bit_cast{u64}(name))
        path := whole.take()
        error := on_path(.MAKE_FOLDER, "make the folder", path, 0o700)
        if error == Error.ok
            return path, error
        end
        is_taken := exists(path)
        delete(path)
        if !is_taken
            return "", Error.failed(Failure{"make a folder in", parent, error.failed.code})
        end
    end
end

/// Makes a link with the name `at` that leads to `target`.
/// ```
/// Fs.write_text("a.txt", "abc")
/// Fs.make_link("a.txt", at = "b.txt")       // => ok
/// Fs.read_text("b.txt") or_else "?"         // => "abc"
/// ```
make_link :: (target: String, at: String) -> Error
    room: Path_Room = uninit
    other: Path_Room = uninit
    a, b := c_path(&room, target), c_path(&other, at)
    if a == 0 || b == 0
        return failure("link", ifx a == 0 => target else => at end, path_problem(ifx a == 0 => target else => at end))
    end
    result := call(.MAKE_LINK, a, HERE, b)
    return ifx result < 0 => failure("link", at, result) else => Error.ok end
end

two_paths :: (which: Call, action: String, from: String, to: String) -> Error #private
    room: Path_Room = uninit
    other: Path_Room = uninit
    a, b := c_path(&room, from), c_path(&other, to)
    if a == 0 || b == 0
        return failure(action, ifx a == 0 => from else => to end, path_problem(ifx a == 0 => from else => to end))
    end
    result := call(which, HERE, a, HERE, b)
    return ifx result < 0 => failure(action, from, result) else => Error.ok end
end

/// The entries of a folder but `.` and `..`, in the system's order.
/// ```
/// Fs.make_folder("a")
/// Fs.write_text("a/notes.txt", "")
/// entries, error := Fs.list_folder("a")
/// defer Fs.destroy_entries(&entries)
/// error                                     // => ok
/// for entry in entries
///     print("{}: {}\n", entry.name, entry.kind)     // => notes.txt: FILE
/// end
/// ```
list_folder :: (path: String, location: Pointer{Source_Location} = #caller-location) -> (List{Entry}, Error)
    entries := list{Entry}()
    file, error := open(path, READ | FOLDER_ONLY)
    if error != Error.ok
        return entries, error
    end
    defer close(file)
    room: Array{u8, 4096} = uninit
    while true
        count := call(.READ_FOLDER, file, address(&room), 4096)
        if count < 0
            destroy_entries(&entries)
            return entries, failure("read", path, count)
        end
        if count == 0
            return entries, Error.ok
        end
        at := 0
        while at < count
            name := string_of(CString(&room[at + 19]))
            if name != "." && name != ".."
                entries.append(Entry{copy(name, location = location), kind_of_entry(room[at + 18])}, location = location)
            end
            at += Int(room[at + 16]) | (Int(room[at + 17]) << 8)
        end
    end
end

/// What lies below a folder, however deep: see `walk`.
Walk :: struct
    error: Error                        // why some folder could not be read; the walk goes on without it
    waiting: List{Found}
    current: String
end

Found :: struct
    path: String                        // from the path that was given on; it lasts until the next one
    kind: Kind
    depth: Int                          // 0 for what lies in the folder itself
end

/// Goes over all that lies below a folder, each folder before what is in it, with `for`. Links are found, not followed.
/// ```
/// Fs.make_folders("a/b")
/// Fs.write_text("a/b/notes.txt", "")
/// walk := Fs.walk("a")
/// defer walk.destroy()
/// for found in walk
///     print("{} {} {}\n", found.depth, found.kind, found.path)
/// end
/// // => 0 FOLDER a/b
/// // => 1 FILE a/b/notes.txt
/// walk.error                                // => ok
/// ```
walk :: (path: String, location: Pointer{Source_Location} = #caller-location) -> Walk
    w := Walk{waiting = list{Found}()}
    add_entries(&w, path, 0, location = location)
    return w
end

/// What `for found in walk` goes over: the walk where it is, which has the memory and knows what could not be read.
/// ```
/// walk := Fs.walk("/no such folder")
/// defer walk.destroy()
/// for _found in walk
///     print("never\n")
/// end
/// ```
iterate :: (w: Pointer{Walk}) -> Finds => Finds{w}

Finds :: struct
    walk: Pointer{Walk}
end

next :: (finds: Pointer{Finds}, location: Pointer{Source_Location} = #caller-location) -> (Found, Bool) => next(finds.walk, location = location)

/// What a walk finds next; the last value says whether there is anything.
/// ```
/// Fs.write_text("notes.txt", "")
/// walk := Fs.walk(".")
/// defer walk.destroy()
/// while found := walk.next()
///     print("{}\n", found.path)             // => ./notes.txt
/// end
/// ```
next :: (w: Pointer{Walk}, location: Pointer{Source_Location} = #caller-location) -> (Found, Bool)
    if w.current.length > 0
        delete(w.current)
    end
    w.current = ""
    if w.waiting.length == 0
        return Found{}, false
    end
    found := w.waiting.pop()
    w.current = found.path
    if found.kind == .FOLDER
        add_entries(w, found.path, found.depth + 1, location = location)
    end
    return found, true
end

/// Frees what a walk needs.
/// ```
/// walk := Fs.walk("/no such folder")
/// walk.error                                // => cannot open "/no such folder": no such file or directory
/// walk.destroy()
/// ```
destroy :: (w: Pointer{Walk})
    if w.current.length > 0
        delete(w.current)
    end
    w.current = ""
    for found in w.waiting
        delete(found.path)
    end
    w.waiting.destroy()
end

add_entries :: (w: Pointer{Walk}, path: String, depth: Int, location: Pointer{Source_Location} = #caller-location) #private
    entries, error := list_folder(path, location = location)
    if error != Error.ok
        w.error = error
        return
    end
    for entry in entries
        separator := ifx path.length > 0 && path[path.length - 1] == '/' => "" else => "/" end
        w.waiting.append(Found{join({path, separator, entry.name}, "", location = location), entry.kind, depth}, location = location)
    end
    destroy_entries(&entries)
end

/// Frees what `list_folder` gave.
/// ```
/// entries, _ := Fs.list_folder("/")
/// Fs.destroy_entries(&entries)
/// entries.length                            // => 0
/// ```
destroy_entries :: (entries: Pointer{List{Entry}})
    for entry in entries@
        delete(entry.name)
    end
    entries.destroy()
end

kind_of_entry :: (number: u8) -> Kind #private
    match number
    case 4  => return .FOLDER
    case 8  => return .FILE
    case 10 => return .LINK
    else
        return .OTHER
    end
end

kind_of_mode :: (mode: Int) -> Kind #private => kind_of_entry(u8(mode >> 12 & 15))

AT_NO_FOLLOW :: 0x100 #private
AT_REMOVE_FOLDER :: 0x200 #private
AT_EMPTY_PATH :: 0x1000 #private
STATUS_BASIC :: 0x7ff #private

// The kernel's `struct statx`.
Raw_Status :: struct #private
    mask, block_size: u32
    attributes: u64
    links, user, group: u32
    mode: u16
    spare: u16
    inode, size, blocks, attributes_mask: u64
    accessed: Array{u64, 2}
    born: Array{u64, 2}
    changed: Array{u64, 2}
    modified_s: i64
    modified_ns: u32
    rest: Array{u32, 35}
end
