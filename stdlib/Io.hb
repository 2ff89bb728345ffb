//! Reading and writing in pieces, with a buffer between the program and the system.
//!
//! ```hubbub fragment
//! reader := Io.open_reader("words.txt") or_return
//! defer reader.close()
//! while line := reader.read_line()
//!     print("{}\n", line)
//! end
//!
//! writer := Io.create("out.txt") or_return
//! writer.write("one line\n")
//! out := writer.writer()
//! put(&out, 42)
//! writer.close() or_return
//! ```
//!
//! Standard output that nobody reads any more ends the program, with status 141 and without a word, as in `yes | head`; any other pipe or socket without a reader is
//! an error of its writer.
//!
//! `standard_input()` reads what the program is given. A reader's lines lie in its buffer until the next one is read.

#import "Os"
Fs :: #import "Fs"
#import "Strings" (concat, find_byte, trim_suffix)

Reader :: struct
    file: Int
    path: String
    data: Pointer{u8}
    start, end_: Int                    // what of the buffer has not been given yet
    capacity: Int
    is_at_end: Bool
    error: Error
    allocator: Allocator
    allocator_data: Pointer{Void}
end

BUFFER :: 64 * 1024 #private

/// Opens a file for reading.
/// ```
/// Fs :: #import "Fs"
///
/// main :: ()
///     Fs.write_text("words.txt", "one\ntwo\n")
///     reader, error := Io.open_reader("words.txt")
///     defer reader.close()
///     print("{}\n", error)                  // => ok
///     for line in reader
///         print("{} ", line)
///     end
///     print("\n")                           // => one two
///     _, missing := Io.open_reader("no such file")
///     print("{}\n", missing)                // => cannot open "no such file": no such file or directory
/// end
/// ```
open_reader :: (path: String) -> (Reader, Error)
    file, error := Fs.open(path)
    return reader_of(file, path), error
end

/// A reader of an open descriptor.
/// ```
/// Process :: #import "Process"
///
/// main :: ()
///     child, _ := Process.start({"echo", "hello"}, capture = true)
///     reader := Io.reader_of(child.output, "echo")
///     defer reader.close()
///     print("{}\n", reader.read_line() or_else "?")      // => hello
///     Process.wait(child)
/// end
/// ```
reader_of :: (file: Int, path: String = "") -> Reader
    return Reader{file = file, path = path, allocator = context.allocator, allocator_data = context.allocator_data}
end

/// What the program is given to read: a pipe, a file, or what is typed.
/// ```
/// input := Io.standard_input()
/// defer input.close()
/// input.read_line() or_else "nothing"       // => "nothing"
/// ```
standard_input :: () -> Reader => reader_of(0, "standard input")

/// The next line without its end, or false at the end of the file; `r.error` says whether that is all there is.
/// ```
/// Fs :: #import "Fs"
///
/// main :: ()
///     Fs.write_text("words.txt", "one\r\n\nlast")
///     reader, _ := Io.open_reader("words.txt")
///     defer reader.close()
///     while line := reader.read_line()
///         print("{:?} ", line)
///     end
///     print("{}\n", reader.error)           // => "one" "" "last" ok
/// end
/// ```
read_line :: (r: Pointer{Reader}, location: Pointer{Source_Location} = #caller-location) -> (String, Bool)
    searched := 0
    while true
        rest := String{data = &r.data[r.start], length = r.end_ - r.start}
        at := find_byte(rest, '\n', searched)
        if at >= 0
            r.start += at + 1
            return trim_suffix(rest[..<at], "\r"), true
        end
        searched = rest.length
        if !fill(r, location)
            rest = String{data = &r.data[r.start], length = r.end_ - r.start}
            r.start = r.end_
            return rest, rest.length > 0
        end
    end
end

/// Goes to a position of the file, counted in bytes from its beginning, from where it is read on.
/// ```
/// Fs :: #import "Fs"
///
/// main :: ()
///     Fs.write_text("words.txt", "one\ntwo\n")
///     reader, _ := Io.open_reader("words.txt")
///     defer reader.close()
///     reader.read_line() or_else "?"                 // => "one"
///     reader.seek(1)                                 // => ok
///     reader.read_line() or_else "?"                 // => "ne"
///     reader.seek(-1)                                // => cannot go to a place in "words.txt": invalid argument
/// end
/// ```
seek :: (r: Pointer{Reader}, position: Int) -> Error
    result := call(.SEEK, r.file, position, 0)
    if result < 0
        return failure("go to a place in", r.path, result)
    end
    r.start = 0
    r.end_ = 0
    r.is_at_end = false
    return Error.ok
end

/// What `for line in reader` goes over: the reader where it is, which has the memory and can be read on.
/// ```
/// Fs :: #import "Fs"
///
/// main :: ()
///     Fs.write_text("words.txt", "one\n\ntwo\n")
///     reader, _ := Io.open_reader("words.txt")
///     defer reader.close()
///     for line in reader
///         if line == ""
///             break
///         end
///     end
///     rest, _ := reader.read_all()
///     print("{:?}\n", rest)                     // => "two\n"
///     delete(rest)
/// end
/// ```
iterate :: (r: Pointer{Reader}) -> Lines_Read => Lines_Read{r}

Lines_Read :: struct
    reader: Pointer{Reader}
end

next :: (lines: Pointer{Lines_Read}, location: Pointer{Source_Location} = #caller-location) -> (String, Bool) => next(lines.reader, location = location)

/// The same for `for`: the lines of what is read.
/// ```
/// Fs :: #import "Fs"
///
/// main :: ()
///     Fs.write_text("words.txt", "one\ntwo\n")
///     reader, _ := Io.open_reader("words.txt")
///     defer reader.close()
///     for line, number in reader
///         print("{}: {}\n", number, line)
///     end
/// end
/// // => 0: one
/// // => 1: two
/// ```
next :: (r: Pointer{Reader}, location: Pointer{Source_Location} = #caller-location) -> (String, Bool) => read_line(r, location = location)

/// Reads at most so many bytes into memory; gives how many, 0 at the end.
/// ```
/// Fs :: #import "Fs"
///
/// main :: ()
///     Fs.write_text("words.txt", "one two")
///     reader, _ := Io.open_reader("words.txt")
///     defer reader.close()
///     room: Array{u8, 3}
///     count, error := reader.read(room[..])
///     print("{} {} {}\n", count, room, error)            // => 3 [111, 110, 101] ok
/// end
/// ```
read :: (r: Pointer{Reader}, into: Slice{u8}, location: Pointer{Source_Location} = #caller-location) -> (Int, Error)
    if r.start == r.end_ && !fill(r, location)
        return 0, r.error
    end
    count := min(into.length, r.end_ - r.start)
    memory_copy(into.data, &r.data[r.start], count)
    r.start += count
    return count, Error.ok
end

/// The next byte, or false at the end.
/// ```
/// Fs :: #import "Fs"
///
/// main :: ()
///     Fs.write_text("words.txt", "ab")
///     reader, _ := Io.open_reader("words.txt")
///     defer reader.close()
///     while byte := reader.read_byte()
///         print("{} ", byte)
///     end
///     print("\n")                           // => 97 98
/// end
/// ```
read_byte :: (r: Pointer{Reader}, location: Pointer{Source_Location} = #caller-location) -> (u8, Bool)
    if r.start == r.end_ && !fill(r, location)
        return 0, false
    end
    r.start += 1
    return r.data[r.start - 1], true
end

/// All that is left, in memory of the current allocator.
/// ```
/// Fs :: #import "Fs"
///
/// main :: ()
///     Fs.write_text("words.txt", "head\none\ntwo\n")
///     reader, _ := Io.open_reader("words.txt")
///     defer reader.close()
///     reader.read_line()
///     rest, error := reader.read_all()
///     print("{:?} {}\n", rest, error)       // => "one\ntwo\n" ok
///     delete(rest)
/// end
/// ```
read_all :: (r: Pointer{Reader}, location: Pointer{Source_Location} = #caller-location) -> (String, Error)
    while fill(r, location)
    end
    rest := String{data = &r.data[r.start], length = r.end_ - r.start}
    r.start = r.end_
    return concat(rest, "", location = location), r.error
end

/// Closes the file and frees the buffer.
/// ```
/// reader, error := Io.open_reader("/etc/passwd")
/// reader.close()
/// ```
close :: (r: Pointer{Reader})
    if r.file > 2
        Fs.close(r.file)
    end
    if r.data != null
        r.allocator(.FREE, 0, 1, r.allocator_data, r.capacity, r.data, 0)
    end
    r.data = null
    r.file = -1
    r.start = 0
    r.end_ = 0
    r.is_at_end = true
end

// Reads more behind what there is; false at the end.
fill :: (r: Pointer{Reader}, location: Pointer{Source_Location}) -> Bool #private
    if r.is_at_end || r.file < 0
        return false
    end
    if r.start > 0
        memory_move(r.data, &r.data[r.start], r.end_ - r.start)
        r.end_ -= r.start
        r.start = 0
    end
    if r.end_ == r.capacity
        grow(r, location)
    end
    count := call(.READ, r.file, address(&r.data[r.end_]), r.capacity - r.end_)
    if count <= 0
        r.is_at_end = true
        if count < 0
            r.error = failure("read", r.path, count)
        end
        return false
    end
    r.end_ += count
    return true
end

grow :: (r: Pointer{Reader}, location: Pointer{Source_Location}) #private
    capacity := max(BUFFER, 2 * r.capacity)
    mode := ifx r.data == null => AllocatorMode.ALLOCATE else => AllocatorMode.RESIZE end
    fresh := r.allocator(mode, capacity, 1, r.allocator_data, r.capacity, r.data, bit_cast{Int}(location))
    if fresh == null
        out_of_memory(capacity, "what is read", location = location)
    end
    r.data = Pointer{u8}(fresh)
    r.capacity = capacity
end

// ---- Writing -------------------------------------------------------------------------------------------------------------------------

/// A file that is written through a buffer. Errors are kept until `flush` or `close`.
File_Writer :: struct
    file: Int
    path: String
    data: Pointer{u8}
    length: Int
    error: Error
    allocator: Allocator
    allocator_data: Pointer{Void}
    made_for: Pointer{Source_Location}  // whom to name where there is no memory for a buffer
    is_pipe: Bool                       // a pipe, socket or device of the program's own
end

/// Makes a file, or empties an existing one.
/// ```
/// writer, error := Io.create("out.txt")
/// error                                     // => ok
/// writer.write("one line\n")
/// writer.close()                            // => ok
/// ```
create :: (path: String, location: Pointer{Source_Location} = #caller-location) -> (File_Writer, Error)
    file, error := Fs.open(path, Fs.WRITE | Fs.CREATE | Fs.TRUNCATE)
    return writer_of(file, path, location = location), error
end

/// Opens a file to write behind what it has; makes it if there is none.
/// ```
/// Fs :: #import "Fs"
///
/// main :: ()
///     for line in Array{String, 2}{"first\n", "second\n"}
///         writer, _ := Io.open_append("log.txt")
///         writer.write(line)
///         print("{} ", writer.close())
///     end
///     print("{:?}\n", Fs.read_text("log.txt") or_else "?")       // => ok ok "first\nsecond\n"
/// end
/// ```
open_append :: (path: String, location: Pointer{Source_Location} = #caller-location) -> (File_Writer, Error)
    file, error := Fs.open(path, Fs.WRITE | Fs.CREATE | Fs.APPEND)
    return writer_of(file, path, location = location), error
end

/// A writer to an open descriptor.
/// ```
/// writer := Io.writer_of(1, "standard output")
/// writer.write("hello\n")
/// // => hello
/// writer.close()                            // => ok
/// ```
writer_of :: (file: Int, path: String = "", location: Pointer{Source_Location} = #caller-location) -> File_Writer
    return File_Writer{file = file, path = path, allocator = context.allocator, allocator_data = context.allocator_data, made_for = location}
end

/// Puts text into the buffer, and what is too much for it into the file.
/// ```
/// writer, _ := Io.create("/dev/full")
/// writer.write("one line\n")
/// writer.close()                            // => cannot write "/dev/full": no space left
/// ```
write :: (w: Pointer{File_Writer}, text: String)
    if w.data == null
        w.data = Pointer{u8}(w.allocator(.ALLOCATE, BUFFER, 1, w.allocator_data, 0, null, bit_cast{Int}(w.made_for)))
        if w.data == null
            out_of_memory(BUFFER, "what is written", location = w.made_for)
        end
        // that nobody reads standard output any more ends a program, as `yes | head` expects; any other pipe's end is an error like others
        w.is_pipe = w.file > 2 && Fs.kind_of_open(w.file) == .OTHER
    end
    if text.length > BUFFER - w.length
        write_out(w, String{data = w.data, length = w.length})
        w.length = 0
        if text.length >= BUFFER
            write_out(w, text)
            return
        end
    end
    memory_copy(&w.data[w.length], text.data, text.length)
    w.length += text.length
end

/// Writes one byte.
/// ```
/// writer := Io.writer_of(1)
/// writer.write_byte('a')
/// writer.write_byte('\n')
/// // => a
/// writer.close()                            // => ok
/// ```
write_byte :: (w: Pointer{File_Writer}, byte: u8)
    one := byte
    write(w, String{data = &one, length = 1})
end

/// Where formatted text goes into the file: `out := w.writer()`, then `put(&out, …)`, `format(&out, …)`.
/// ```
/// file := Io.writer_of(1)
/// out := file.writer()
/// put(&out, 42)
/// print_to(&out, " {:?}\n", "x")
/// // => 42 "x"
/// file.close()                              // => ok
/// ```
writer :: (w: Pointer{File_Writer}) -> Writer => Writer{drain = drain_to_file, owner = w}

drain_to_file :: (out: Pointer{Writer}, text: String) #private
    write(Pointer{File_Writer}(out.owner), text)
end

/// Hands the buffer to the system; gives the first error since the last time.
/// ```
/// file, _ := Io.create("out.txt")
/// file.write("half of it")
/// file.flush()                              // => ok
/// file.close()                              // => ok
/// ```
flush :: (w: Pointer{File_Writer}) -> Error
    write_out(w, String{data = w.data, length = w.length})
    w.length = 0
    error := w.error
    w.error = Error.ok
    return error
end

/// Writes what is in the buffer, closes the file and frees the buffer.
close :: (w: Pointer{File_Writer}) -> Error
    error := flush(w)
    if w.file > 2
        Fs.close(w.file)
    end
    if w.data != null
        w.allocator(.FREE, 0, 1, w.allocator_data, BUFFER, w.data, 0)
    end
    w.data = null
    w.file = -1
    return error
end

write_out :: (w: Pointer{File_Writer}, text: String) #private
    done := 0
    while done < text.length && w.error == Error.ok
        count := call(ifx w.is_pipe => .WRITE_TO_PIPE else => .WRITE end, w.file, address(&text.data[done]), text.length - done)
        if count < 0
            w.error = failure("write", w.path, count)
        else
            done += count
        end
    end
end
