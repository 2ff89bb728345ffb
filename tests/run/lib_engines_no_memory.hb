// eval: no, the program starts itself
// expect: no leak: true
// expect: Regex: every allocation failed once, cleanly
// expect: Big: every allocation failed once, cleanly
// expect: Sqlite: every allocation failed once, cleanly
// leak-test: Big Big_Float Big_Memory Big_Rational Regex Sqlite Sqlite_Memory
// failing-allocator-test: Big Big_Float Big_Memory Big_Rational Regex Sqlite Sqlite_Memory

// A process a time, in which the n-th allocation gives null: each ends with the panic that says so, or with the error of SQLite that says so, and then
// whatever was taken has been given back.

Big :: #import "Big"
Regex :: #import "Regex"
Sqlite :: #import "Sqlite"
Strings :: #import "Strings"
Process :: #import "Process"
Tracking :: #import "Tracking"

Failing :: struct
    left: Int
    blocks: Int
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
    if mode == .ALLOCATE
        f.blocks += 1
    else if mode == .FREE
        f.blocks -= 1
    end
    return page_allocator(mode, size, alignment, null, old_size, old_memory, options)
end

use_regex :: ()
    r, error := Regex.compile("(?<a>x+)(y|z)?", .IGNORE_CASE)
    assert(error == .ok)
    found := r.find_all("xxY xz x")
    changed := r.replace_all("xxY xz x", "<$2>")
    assert(found.length == 3 && changed == "<Y> <z> <>")
    found.destroy()
    delete(changed)
    r.destroy()
end

use_big :: ()
    a := Big.factorial(60)
    square := a * a
    b := square + 1
    text := b.to_text(7)
    back, _ := Big.parse_integer(text, 7)
    assert(back == b)
    x, y, expected := Big.rational(1, 2), Big.rational(1, 3), Big.rational(5, 6)
    sum := x + y
    assert(sum == expected)
    two := Big.float(2, precision = 300)
    root := Big.sqrt(two)
    power := Big.exp(root)
    shown := power.to_text(20)
    assert(shown == "4.1132503787829275172")
    delete(text)
    delete(shown)
    for p in Array{Pointer{Big.Integer}, _}{&a, &square, &b, &back}
        p.destroy()
    end
    for p in Array{Pointer{Big.Rational}, _}{&x, &y, &sum, &expected}
        p.destroy()
    end
    for p in Array{Pointer{Big.Float}, _}{&two, &root, &power}
        p.destroy()
    end
end

use_sqlite :: () -> Sqlite.Error
    db := Sqlite.open(":memory:") or_return
    defer db.close()
    db.execute_all("create table t (a integer primary key, b text); create index i on t (b)") or_return
    add := db.prepare("insert into t (b) values (?)") or_return
    defer add.close()
    for i in 0..<3
        add.run(ifx i == 1 => "a text that is longer than what fits into a small block" else => "short" end) or_return
    end
    longest := db.value{Int}("select max(length(b)) from t where b like '%a%' group by b order by b") or_return
    assert(longest == 55)
    return .ok
end

use :: (what: String) -> Bool
    if what == "Regex"
        use_regex()
    else if what == "Big"
        use_big()
    else
        error := use_sqlite()
        if error != .ok
            // the message was copied after the failure
            is_memory := error.failed.code == 7
            Sqlite.destroy(&error)
            assert(is_memory)
            return false
        end
    end
    return true
end

// The engines call back through C, and still whoever handles panics hears of it.
handler :: (_message: String, location: Pointer{Source_Location})
    print("told of {}\n", location.file)
end

// How it ended: 0 it needs no more allocations, 3 SQLite has said so, 4 it did without: SQLite without its reserve, PCRE2 without machine code.
child :: (what: String, n: Int) -> Int
    f := Failing{left = n}
    with context{allocator = failing, allocator_data = &f, on_panic = handler}
        if !use(what)
            assert(f.blocks == 0, "something was kept")
            return 3
        end
    end
    return ifx f.left > 0 => 0 else => 4 end
end

try_all :: (what: String) -> Bool
    n := 1
    while true
        result, error := Process.run({"/bin/sh", "-c", format("exec /proc/{}/exe {} {} 2>&1", Process.id(), what, n)})
        assert(error == .ok)
        if result.status == 0 && n > 10
            print("{}: every allocation failed once, cleanly\n", what)
            return true
        end
        is_panic := result.status == 134 && Strings.starts_with(result.output, "panic: out of memory") && Strings.ends_with(result.output, "lib_engines_no_memory.hb\n")
        if !is_panic && result.status != 3 && !(what != "Big" && result.status == 4)
            print("{} {}: {} {}\n", what, n, result.status, result.output)
            return false
        end
        result.destroy()
        n += 1
    end
end

main :: (arguments: Slice{String}) -> Int
    if arguments.length == 3
        return child(arguments[1], Strings.parse_int(arguments[2]) or_else 0)
    end
    tracking := Tracking.create()
    with context{allocator = Tracking.allocate, allocator_data = &tracking}
        assert(use("Regex") && use("Big") && use("Sqlite"))
    end
    print("no leak: {}\n", tracking.report())
    for what in Array{String, 3}{"Regex", "Big", "Sqlite"}
        if !try_all(what)
            return 1
        end
    end
    return 0
end
