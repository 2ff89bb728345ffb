// eval: no, the program starts itself
// expect: no leak: true
// expect: every allocation failed once, cleanly: true
// leak-test: Arena Base C Counting Fixed_Buffer Locked Log Lookup_Table Prelude Scanner State_Machine Task Thread Time Tracking
// failing-allocator-test: Arena Base C Counting Fixed_Buffer Locked Log Lookup_Table Prelude Scanner State_Machine Task Thread Time Tracking

// What the other tests of this kind leave out: the Prelude's own procedures, arenas, threads and tasks, watching allocators, tables
// and automata that are built at run time. Where memory ends, a line of the program is named and not one of the library.

#import "List"
Arena :: #import "Arena"
Base :: #import "Base"
C :: #import "C"
Counting :: #import "Counting"
Fixed_Buffer :: #import "Fixed_Buffer"
Locked :: #import "Locked"
Log :: #import "Log"
Lookup_Table :: #import "Lookup_Table"
Process :: #import "Process"
Scanner :: #import "Scanner"
State_Machine :: #import "State_Machine"
Strings :: #import "Strings"
Task :: #import "Task"
Thread :: #import "Thread"
Time :: #import "Time"
Tracking :: #import "Tracking"

prelude :: ()
    text := format("{:>400} {:?}", 1, Array{Int, 3}{1, 2, 3})
    delete(text)
    numbers := make_slice{Int}(100)
    numbers = resize(numbers, 1000)
    delete(numbers)
    p := new(3)
    free(p)
    storage: Format_Storage = uninit
    out := format_begin(&storage)
    for i in 0..<200
        put(out, i)
    end
    delete(format_end(out))
    wrong := error("outer", error("inner"))
    free(Pointer{Error_Info}(wrong.cause))
    free(Pointer{Error_Info}(wrong))
    words := Base.alloc(100)
    release(words, 100, 8)
    text_of_c := C.c_string("text")
    release(Pointer{u8}(text_of_c), 5, 1)
end

arenas :: ()
    arena := Arena.create(64)
    defer arena.destroy()
    with context{allocator = Arena.allocate, allocator_data = &arena}
        l := list{Int}()
        for i in 0..<1000
            l.append(i)
        end
    end
    counter := Counting.by_module()
    with context{allocator = Counting.allocate_by_module, allocator_data = &counter}
        p := new(3)
        free(p)
    end
    counter.destroy()
    locked := Locked.over(context.allocator, context.allocator_data)
    with context{allocator = Locked.allocate, allocator_data = &locked}
        p := new(3)
        free(p)
    end
    buffer := Fixed_Buffer.over(make_slice{u8}(256))
    with context{allocator = Fixed_Buffer.allocate, allocator_data = &buffer}
        l := list{Int}()
        l.append(3)
        assert(buffer.used() > 0)
    end
    release(Pointer{Void}(buffer.start), 256, 1)
end

twice :: (n: Int) -> Int => 2 * n

threads :: ()
    assert(Thread.spawn(twice, 4).join() == 8)
    numbers: Slice{Int} = {1, 2, 3, 4, 5}
    squares := Task.parallel_map(numbers, (x: Int) -> Int => x * x)
    sum := Task.parallel_reduce(squares, 0, (sum: Int, x: Int) -> Int => sum + x, (a: Int, b: Int) -> Int => a + b)
    assert(sum == 55)
    delete(squares)
    g := Task.group()
    for i in 0..<4
        g.spawn((n: Int) => assert(n < 4), i)
    end
    assert(g.wait())
end

logs :: (path: String)
    file, ok := Log.open(path)
    assert(ok)
    with context{logger = Log.to_file, logger_data = &file}
        Log.error("{:>300} is too much", 3)
    end
    with context{logger = Log.to_json, logger_data = &file}
        Log.error("a \"word\" {:>300}", 3)
    end
    file.close()
end

Light :: enum
    RED
    GREEN
end

tables :: ()
    wide := Lookup_Table.build_wide((key: Int) -> u16 => u16(key / 100), 1000)
    assert(wide[321] == 3)
    wide.destroy()
    words := Scanner.build{Int}({{1, "\\w+"}, {2, "[^a-z]+"}})
    assert(words.longest("two words") != none)
    words.destroy()
    light := State_Machine.build{Light, Bool}(.RED, {{.RED, true, .GREEN}})
    delete(light.to_dot())
    date, _ := Time.parse_date("2026-03-01")
    delete(date.shown("%F"))
end

// A logger is told what to say and not who says it.
LOGGER :: "\n  at stdlib/Log.hb"

use :: (path: String)
    tables()
    prelude()
    arenas()
    threads()
    logs(path)
end

Failing :: struct
    left: Int
end

failing :: (mode: AllocatorMode, size: Int, alignment: Int, data: Pointer{Void},
            old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    f := Pointer{Failing}(data)
    if mode == .ALLOCATE || mode == .RESIZE
        f.left -= 1
        if f.left == 0
            return null
        end
    end
    return page_allocator(mode, size, alignment, null, old_size, old_memory, options)
end

main :: (arguments: Slice{String}) -> Int
    path := format("/tmp/hubbub-no-memory-rest-{}.log", Process.id())
    defer _ = Process.run({"rm", "-f", path})
    if arguments.length == 2
        f := Failing{Strings.parse_int(arguments[1]) or_else 0}
        with context{allocator = failing, allocator_data = &f}
            use(path)
        end
        return ifx f.left > 0 => 0 else => 3 end
    end
    tracking := Tracking.create()
    with context{allocator = Tracking.allocate, allocator_data = &tracking}
        use(path)
    end
    print("no leak: {}\n", tracking.report())
    n := 1
    while true
        result, error := Process.run({"/bin/sh", "-c", format("exec /proc/{}/exe {} 2>&1", Process.id(), n)})
        assert(error == .ok)
        if result.status == 0
            print("every allocation failed once, cleanly: {}\n", n > 10)
            return 0
        end
        if result.status != 134 || !Strings.contains(result.output, "panic: out of memory") || Strings.contains(Strings.replace(result.output, LOGGER, ""), "\n  at stdlib/")
            print("{}: {} {}\n", n, result.status, result.output)
            return 1
        end
        result.destroy()
        n += 1
    end
end
