//! The system below `Fs`, `Io`, `Process`, `Time` and `Env`: its calls, its errors.
//!
//! Programs meet `Error` here, which all of those give: success, or a failure that knows what was tried, with which path, and what the system said.
//! It prints as `cannot open "notes.txt": no such file or directory`. Code that runs in the compiler cannot reach any of this.

/// What became of a call to the system.
Error :: union #error
    ok
    failed: Failure
end

Failure :: struct
    action: String                      // "open"
    path: String                        // or empty
    code: Code
end

/// The kernel's numbers of errors.
Code :: enum
    UNKNOWN
    NOT_PERMITTED = 1
    NOT_FOUND = 2
    NO_PROCESS = 3
    INTERRUPTED = 4
    INPUT_OUTPUT = 5
    TOO_MANY_ARGUMENTS = 7
    BAD_DESCRIPTOR = 9
    NO_CHILD = 10
    TRY_AGAIN = 11
    OUT_OF_MEMORY = 12
    ACCESS_DENIED = 13
    BUSY = 16
    EXISTS = 17
    OTHER_FILE_SYSTEM = 18
    NOT_A_FOLDER = 20
    IS_A_FOLDER = 21
    INVALID = 22
    TOO_MANY_OPEN_FILES = 24
    FILE_TOO_LARGE = 27
    NO_SPACE = 28
    READ_ONLY = 30
    BROKEN_PIPE = 32
    NAME_TOO_LONG = 36
    NOT_EMPTY = 39
    TOO_MANY_LINKS = 40
end

/// Whether there is no such file or folder.
/// ```
/// error := Os.failure("open", "a.txt", -2)
/// Os.is_not_found(error)                    // => true
/// ```
is_not_found :: (error: Error) -> Bool
    match error
    case .failed f => return f.code == .NOT_FOUND
    case .ok       => return false
    end
end

/// What the system means by a code, in words.
/// ```
/// Os.describe(.NOT_FOUND)                   // => "no such file or directory"
/// ```
describe :: (code: Code) -> String
    match code
    case .NOT_PERMITTED       => return "operation not permitted"
    case .NOT_FOUND           => return "no such file or directory"
    case .NO_PROCESS          => return "no such process"
    case .INTERRUPTED         => return "interrupted"
    case .INPUT_OUTPUT        => return "input or output error"
    case .TOO_MANY_ARGUMENTS  => return "argument list too long"
    case .BAD_DESCRIPTOR      => return "the file is not open for this"
    case .NO_CHILD            => return "no such child process"
    case .TRY_AGAIN           => return "try again"
    case .OUT_OF_MEMORY       => return "out of memory"
    case .ACCESS_DENIED       => return "permission denied"
    case .BUSY                => return "it is in use"
    case .EXISTS              => return "it exists already"
    case .OTHER_FILE_SYSTEM   => return "it lies on another file system"
    case .NOT_A_FOLDER        => return "not a directory"
    case .IS_A_FOLDER         => return "is a directory"
    case .INVALID             => return "invalid argument"
    case .TOO_MANY_OPEN_FILES => return "too many open files"
    case .FILE_TOO_LARGE      => return "file too large"
    case .NO_SPACE            => return "no space left"
    case .READ_ONLY           => return "read-only file system"
    case .BROKEN_PIPE         => return "nobody reads any more"
    case .NAME_TOO_LONG       => return "name too long"
    case .NOT_EMPTY           => return "directory not empty"
    case .TOO_MANY_LINKS      => return "too many links lead on"
    case .UNKNOWN             => return "unknown error"
    end
end

/// How `print` shows an error.
/// ```
/// print("{}\n", Os.failure("open", "a.txt", -2))      // => cannot open "a.txt": no such file or directory
/// ```
format :: (out: Pointer{Writer}, error: Pointer{Error}, _spec: Format_Spec)
    match error@
    case .ok => write(out, "ok")
    case .failed f
        write(out, "cannot ")
        write(out, f.action)
        if f.path.length > 0
            write(out, " ")
            write_quoted(out, f.path, '"')
        end
        write(out, ": ")
        write(out, describe(f.code))
    end
end

/// A failure from what the kernel gave, a negative number.
/// ```
/// error := Os.failure("open", "a.txt", -13)
/// print("{}\n", error)                      // => cannot open "a.txt": permission denied
/// ```
failure :: (action: String, path: String, result: Int) -> Error
    return Error.failed(Failure{action, path, code_of(-result)})
end

code_of :: (number: Int) -> Code #private
    match number
    case 1..=5, 7, 9..=13, 16..=18, 20..=22, 24, 27, 28, 30, 32, 36, 39, 40 => return Code(number)
    else
        return .UNKNOWN
    end
end

// ---- Calls ---------------------------------------------------------------------------------------------------------------------

/// The calls, in the order that the runtime knows.
Call :: enum
    READ
    WRITE
    CLOSE
    SEEK
    TRUNCATE
    SYNC
    GET_FOLDER
    SET_FOLDER
    OPEN
    MAKE_FOLDER
    REMOVE
    RENAME
    STATUS
    READ_FOLDER
    READ_LINK
    MAKE_LINK
    CLOCK
    SLEEP
    PIPE
    WAIT
    KILL
    PROCESS
    WRITE_TO_PIPE                       // a pipe or socket that nobody reads is the error BROKEN_PIPE; WRITE ends the process by a signal there
end

/// A call to the kernel, again and again while a signal interrupts it.
/// ```
/// Os.call(.CLOSE, -1)                       // => -9
/// ```
call :: (which: Call, a: Int = 0, b: Int = 0, c: Int = 0, d: Int = 0, e: Int = 0) -> Int
    while true
        result := hb_os_call(Int(which), a, b, c, d, e)
        if result != -4 || which == .CLOSE
            return result
        end
    end
end

/// A path as the kernel wants it, on the stack.
Path_Room :: struct
    bytes: Array{u8, 4096}
end

/// The address of a path with a NUL behind it, or 0 where it is too long or has one within.
/// ```
/// room: Os.Path_Room = uninit
/// Os.c_path(&room, "a\0b")                  // => 0
/// Os.c_path(&room, "a.txt") != 0            // => true
/// ```
c_path :: (room: Pointer{Path_Room}, path: String) -> Int
    if path.length >= 4096
        return 0
    end
    for i in 0..<path.length
        if path[i] == 0
            return 0
        end
    end
    memory_copy(&room.bytes, path.data, path.length)
    room.bytes[path.length] = 0
    return Int(UInt(&room.bytes))
end

/// The kernel's error for a path that `c_path` refuses: one with a NUL in it is invalid, any other too long.
/// ```
/// Os.failure("open", "a\0b", Os.path_problem("a\0b"))     // => cannot open "a\0b": invalid argument
/// ```
path_problem :: (path: String) -> Int
    for i in 0..<path.length
        if path[i] == 0
            return -22
        end
    end
    return -36
end

/// An address as calls take it.
/// ```
/// x := 3
/// Os.address(&x) == Int(UInt(&x))           // => true
/// ```
address :: (p: Pointer{Void}) -> Int => Int(UInt(p))

/// The descriptor that stands for the current folder.
HERE :: -100

hb_os_call :: (which: Int, a: Int, b: Int, c: Int, d: Int, e: Int) -> Int #foreign #private
