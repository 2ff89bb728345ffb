//! Other programs: starting them, what they write, how they end; and this process.
//!
//! ```
//! result, error := Process.run({"/bin/echo", "hello"})
//! defer result.destroy()
//! if error == .ok && result.status == 0
//!     print("{}", result.output)        // => hello
//! end
//! ```
//!
//! A program is named by its path, or by a name that is looked for in the folders of `PATH`. Arguments are texts without NUL.

#import "Os"
Env :: #import "Env"
Fs :: #import "Fs"
Path :: #import "Path"
Strings :: #import "Strings"

/// What a program that has ended leaves behind.
Result :: struct
    status: Int                         // what it ended with; 128 and the signal if one ended it
    output: String                      // what it wrote to its standard output
    errors: String                      // what it wrote to its standard error, if that was asked for
end

/// A program that runs.
Child :: struct
    process: Int
    output: Int                         // a descriptor to read its standard output from, or -1
end

/// Starts a program, hands it `input` to read, and waits for its end; gives all that it writes to standard output. What it writes to standard error goes where that of this
/// program goes; with `join_errors` it becomes a part of `output`, with `capture_errors` it is `errors`.
/// ```
/// result, error := Process.run({"wc", "-l", "/dev/null"})
/// defer result.destroy()
/// error                                     // => ok
/// result.status                             // => 0
/// result.output                             // => "0 /dev/null\n"
/// sorted, _ := Process.run({"sort"}, input = "b\na\n")
/// defer sorted.destroy()
/// sorted.output                             // => "a\nb\n"
/// failed, _ := Process.run({"sh", "-c", "echo no >&2; exit 1"}, capture_errors = true)
/// defer failed.destroy()
/// failed.errors                             // => "no\n"
/// ```
run :: (command: Slice{String}, folder: String = "", input: String = "", join_errors: Bool = false, capture_errors: Bool = false, location: Pointer{Source_Location} = #caller-location) -> (Result, Error)
    given := 0
    if input.length > 0
        file, problem := file_of(input)
        if problem != Error.ok
            return Result{}, problem
        end
        given = file
    end
    defer if given != 0 Fs.close(given); end
    // a file has room for all that comes while nobody reads it; a second pipe would have to be read in turns with the first
    errors := 2
    if capture_errors
        file, problem := nameless_file()
        if problem != Error.ok
            return Result{}, problem
        end
        errors = file
    end
    defer if errors != 2 Fs.close(errors); end
    child := start(command, folder, capture = true, input = given, join_errors = join_errors, errors = errors, location = location) or_return
    output := read_all(child.output, location)
    Fs.close(child.output)
    status, waiting := wait(child)
    result := Result{status = status, output = output}
    if capture_errors
        call(.SEEK, errors, 0, 0)
        result.errors = read_all(errors, location)
    end
    return result, waiting
end

read_all :: (file: Int, location: Pointer{Source_Location}) -> String #private
    all := Strings.builder(location = location)
    room: Array{u8, 4096} = uninit
    while true
        count := call(.READ, file, address(&room), 4096)
        if count <= 0
            return all.take()
        end
        all.append(String{data = &room[0], length = count})
    end
end

/// Frees what the program wrote.
/// ```
/// result, _ := Process.run({"echo", "hello"})
/// result.destroy()
/// result.output                             // => ""
/// ```
destroy :: (r: Pointer{Result})
    delete(r.output)
    delete(r.errors)
    r.output = ""
    r.errors = ""
end

/// Starts a program, which goes on by itself. Its standard output is this program's, or is read from `output` if it is captured; with `join_errors` its standard error goes
/// there, too, else to the descriptor `errors`. It reads from the descriptor `input`, this program's own if nothing is said.
/// ```
/// child, error := Process.start({"sh", "-c", "exit 3"})
/// error                                     // => ok
/// Process.wait(child) or_else -1            // => 3
/// _, missing := Process.start({"no-such-program"})
/// missing                                   // => cannot start "no-such-program": no such file or directory
/// ```
start :: (command: Slice{String}, folder: String = "", capture: Bool = false, input: Int = 0, join_errors: Bool = false, errors: Int = 2, location: Pointer{Source_Location} = #caller-location) -> (Child, Error)
    assert(command.length > 0, "a command has at least the program's name")
    for argument in command
        if Strings.contains_byte(argument, 0)
            // the other program would see a part of it
            return Child{}, failure("start", command[0], INVALID)
        end
    end
    hb_rt_flush()
    program := find_program(command[0], location = location)
    defer delete(program)
    room: Path_Room = uninit
    folder_room: Path_Room = uninit
    path := c_path(&room, program)
    inside := ifx folder.length > 0 => c_path(&folder_room, folder) else => 0 end
    if path == 0 || folder.length > 0 && inside == 0
        return Child{}, failure("start", command[0], path_problem(ifx path == 0 => program else => folder end))
    end
    if !Fs.exists(program)
        return Child{}, failure("start", command[0], -2)
    end
    pipe: Array{i32, 2}
    if capture
        made := call(.PIPE, address(&pipe), 0o2000000)
        if made < 0
            return Child{}, failure("make a pipe for", command[0], made)
        end
    end
    arguments := c_strings(command, location = location)
    output := ifx capture => pipe[1] else => i32(1) end
    files := Array{i32, 3}{i32(input), output, ifx join_errors => output else => i32(errors) end}
    process := hb_os_spawn(path, arguments.data, hb_rt_environment(), inside, &files[0])
    delete_c_strings(arguments)
    if capture
        Fs.close(Int(pipe[1]))
    end
    if process < 0
        if capture
            Fs.close(Int(pipe[0]))
        end
        return Child{}, failure("start", command[0], process)
    end
    return Child{process, ifx capture => Int(pipe[0]) else => -1 end}, Error.ok
end

/// A pipe: what is written to the second descriptor is read from the first. A program that is started inherits neither, but for the one that it gets as its `input`. What
/// `Io.writer_of` writes into a pipe that nobody can read from any more is an error, `broken pipe`.
/// ```
/// Io :: #import "Io"
///
/// main :: ()
///     from, to, _ := Process.pipe()
///     child, _ := Process.start({"tr", "a-z", "A-Z"}, capture = true, input = from)
///     Io.reader_of(from).close()
///     writer := Io.writer_of(to, "a pipe")
///     writer.write("hello\n")
///     _ = writer.close()
///     reader := Io.reader_of(child.output)
///     print("{}\n", reader.read_line() or_else "?")         // => HELLO
///     reader.close()
///     _ = Process.wait(child)
/// end
/// ```
pipe :: () -> (from: Int, to: Int, error: Error)
    ends: Array{i32, 2}
    made := call(.PIPE, address(&ends), 0o2000000)
    if made < 0
        return -1, -1, failure("make a pipe", "", made)
    end
    return Int(ends[0]), Int(ends[1]), Error.ok
end

/// Waits for a program's end; gives its status.
/// ```
/// child, _ := Process.start({"true"})
/// Process.wait(child) or_else -1            // => 0
/// ```
wait :: (child: Child) -> (Int, Error)
    status: i32 = 0
    result := call(.WAIT, child.process, address(&status))
    if result < 0
        return 0, failure("wait for a process", "", result)
    end
    signal := Int(status) & 0x7f
    return ifx signal != 0 => 128 + signal else => Int(status) >> 8 & 0xff end, Error.ok
end

/// Sends a signal; 15 asks a program to end, 9 ends it.
/// ```
/// child, _ := Process.start({"sleep", "60"})
/// Process.kill(child)                       // => ok
/// Process.wait(child) or_else -1            // => 143
/// ```
kill :: (child: Child, signal: Int = 15) -> Error
    result := call(.KILL, child.process, signal)
    return ifx result < 0 => failure("send a signal", "", result) else => Error.ok end
end

/// The number of this process.
/// ```
/// Process.id() > 1                          // => true
/// ```
id :: () -> Int => call(.PROCESS)

/// Ends this process with the low eight bits of a status, after what was printed has been written. Nothing that is deferred runs.
/// ```
/// print("no more of this\n")                // => no more of this
/// Process.exit(0)
/// ```
exit :: (status: Int) -> Never
    hb_rt_exit(i32(status))
end

nameless_file :: () -> (Int, Error) #private => Fs.open("/tmp", Fs.READ_WRITE | WITHOUT_NAME, 0o600)

// A file without a name that holds a text, to be read from its start: the program that reads it may take as much of it as it likes, whenever it likes.
file_of :: (text: String) -> (Int, Error) #private
    file := nameless_file() or_return
    done := 0
    while done < text.length
        count := call(.WRITE, file, address(&text.data[done]), text.length - done)
        if count < 0
            Fs.close(file)
            return 0, failure("write what is to be read in", "/tmp", count)
        end
        done += count
    end
    call(.SEEK, file, 0, 0)
    return file, Error.ok
end

INVALID :: -22 #private
WITHOUT_NAME :: ifx Build.ARCH == "aarch64" => 0o20040000 else => 0o20200000 end #private

find_program :: (name: String, location: Pointer{Source_Location} = #caller-location) -> String #private
    if Strings.contains_byte(name, '/')
        return Strings.copy(name, location = location)
    end
    for folder in Strings.split(Env.get("PATH") or_else "/usr/bin:/bin", ":")
        path := Path.join(folder, name, location = location)
        if Fs.is_file(path)
            return path
        end
        delete(path)
    end
    return Strings.copy(name, location = location)
end

// The strings with a NUL behind each, in one block behind the pointers to them.
c_strings :: (strings: Slice{String}, location: Pointer{Source_Location} = #caller-location) -> Slice{Pointer{u8}} #private
    bytes := 0
    for text in strings
        bytes += text.length + 1
    end
    result := make_slice{Pointer{u8}}(strings.length + 1 + (bytes + 7) / 8, location = location)
    at := Pointer{u8}(&result.data[strings.length + 1])
    for text, i in strings
        memory_copy(at, text.data, text.length)
        at[text.length] = 0
        result[i] = at
        at = &at[text.length + 1]
    end
    return result
end

delete_c_strings :: (strings: Slice{Pointer{u8}}) #private
    delete(strings)
end

hb_rt_flush :: () #foreign #private
hb_rt_exit :: (status: i32) -> Never #foreign #private
hb_rt_environment :: () -> Pointer{Pointer{u8}} #foreign #private
hb_os_spawn :: (path: Int, arguments: Pointer{Pointer{u8}}, environment: Pointer{Pointer{u8}}, folder: Int, files: Pointer{i32}) -> Int #foreign #private
