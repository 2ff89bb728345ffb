// eval: no, it starts other programs
// expect: a child that does not read: cannot write "a pipe": nobody reads any more
// expect: again: cannot write "a pipe": nobody reads any more
// expect: closed: ok
// expect: the child ended with 0
// expect: in a thread: cannot write "a pipe": nobody reads any more
// expect: print into `head`: 141
// expect: writer into `head`: 141
// expect: input that nobody reads: 3 ok
// expect: a pipe with a name: cannot write "NAME": nobody reads any more
// expect: more for it: cannot write "NAME": nobody reads any more

// What is written into a pipe that nobody reads is an error and does not end the program; but standard output that nobody reads ends it, without a word.

Io :: #import "Io"
Fs :: #import "Fs"
Process :: #import "Process"
Strings :: #import "Strings"
Thread :: #import "Thread"

PIECE :: "0123456789abcdef0123456789abcdef\n"

fill :: (to: Int, rounds: Int) -> Io.File_Writer
    writer := Io.writer_of(to, "a pipe")
    for _ in 0..<rounds
        writer.write(PIECE)
    end
    return writer
end

// A pipe that nobody can read.
broken_pipe :: () -> Int
    from, to, _ := Process.pipe()
    Fs.close(from)
    return to
end

child_that_does_not_read :: ()
    from, to, _ := Process.pipe()
    child, _ := Process.start({"true"}, input = from)
    Fs.close(from)
    status, _ := Process.wait(child)
    writer := fill(to, 10_000)
    print("a child that does not read: {}\n", writer.flush())
    writer.write(PIECE)
    print("again: {}\n", writer.flush())
    print("closed: {}\n", writer.close())
    print("the child ended with {}\n", status)
end

in_a_thread :: (to: Int)
    writer := fill(to, 10_000)
    print("in a thread: {}\n", writer.close())
end

// `print`, or a writer over standard output, until the end.
endless :: (how: String)
    if how == "print"
        while true
            print("{}", PIECE)
        end
    end
    writer := Io.writer_of(1, "standard output")
    while true
        writer.write(PIECE)
    end
end

head :: (how: String)
    // what the program says on standard error, and its status, come through another descriptor
    words := format("exec 3>&1; {{ /proc/{}/exe {} 2>&3; echo $? >&3; }} | head -n 1 >/dev/null", Process.id(), how)
    result, error := Process.run({"/bin/sh", "-c", words})
    assert(error == .ok)
    print("{} into `head`: {}", how, result.output)
    result.destroy()
end

// A pipe in the file system whose reader takes a byte and goes.
pipe_with_a_name :: ()
    name := format("/tmp/hubbub-pipe-without-reader-{}", Process.id())
    made, _ := Process.run({"mkfifo", name})
    defer _ = Fs.remove_file(name)
    made.destroy()
    big := make_slice{u8}(1_000_000)
    reader, _ := Process.start({"head", "-c", "1", name}, capture = true)
    error := Fs.write_bytes(name, big)
    print("a pipe with a name: {}\n", Strings.replace(format("{}", error), name, "NAME"))
    _ = Process.wait(reader)
    reader, _ = Process.start({"head", "-c", "1", name}, capture = true)
    error = Fs.append_text(name, String{data = big.data, length = big.length})
    print("more for it: {}\n", Strings.replace(format("{}", error), name, "NAME"))
    _ = Process.wait(reader)
end

main :: (arguments: Slice{String})
    if arguments.length == 2
        endless(arguments[1])
        return
    end
    child_that_does_not_read()
    Thread.spawn(in_a_thread, broken_pipe()).join()
    head("print")
    head("writer")
    big := make_slice{u8}(1_000_000)
    result, error := Process.run({"/bin/sh", "-c", "exec 0<&-; exit 3"}, input = String{data = big.data, length = big.length})
    print("input that nobody reads: {} {}\n", result.status, error)
    pipe_with_a_name()
end
