// expect: no leak: true
// expect: every allocation failed once, cleanly: true
// leak-test: Postgres
// failing-allocator-test: Postgres

// Nothing leaks, neither what is handed out nor what the client itself needs, and each n-th allocation that fails ends with a panic that says so and
// names the line here that asked. The server goes on as if nothing had been: the next process finds it.

#import "List"
Postgres :: #import "Postgres"
Process :: #import "Process"
Strings :: #import "Strings"
Tracking :: #import "Tracking"

Mood :: enum
    calm
    cross
end

Person :: struct
    id: Int
    name: String
    picture: Slice{u8}
    mood: Mood
    note: Maybe{String}
end

Name :: struct
    name: String
end

use :: (words: String, network: String) -> Postgres.Error
    db := Postgres.open(words) or_return
    defer db.close()
    db.execute_all("create temporary table person (id bigserial primary key, name text unique, picture bytea, mood text, note text)") or_return
    db.begin() or_return
    add := db.prepare("insert into person (name, picture, mood, note) values ($1, $2, $3, $4)") or_return
    defer add.close()
    added := add.execute("An", Array{u8, 2}{0, 255}[..], "cross", "tall") or_return
    added += db.execute("insert into person (name, picture, mood, note) values ($1, '', 'calm', $2)", "Bình", Maybe{String}.none) or_return
    db.commit() or_return
    people := db.rows{Person}("select * from person order by id") or_return
    assert(added == 2 && people.length == 2 && people[0].note.some == "tall" && people[1].note == none)
    Postgres.destroy_rows(&people)
    refuse(&db)
    return greet(network)
end

// Through TCP, by a name of the host, with a password.
greet :: (network: String) -> Postgres.Error
    db := Postgres.open(network) or_return
    names := db.rows{Name}("select current_user::text as name") or_return
    assert(names[0].name == "secret")
    Postgres.destroy_rows(&names)
    late := db.prepare("select 1") or_return
    db.close()
    late.close()
    return .ok
end

// Failures of the server's, of the client's and of rows, each with texts of its own; those of a transaction that is then given up.
refuse :: (db: Pointer{Postgres.Database})
    _, unique := db.execute("insert into person (name) values ($1)", "An")
    assert(Strings.contains(unique.failed.detail, "already exists"))
    Postgres.release_error(&unique)
    _, few := db.execute("select $1::int", 1, 2)
    Postgres.release_error(&few)
    // the second row does not fit: the texts of the first go with it
    rows, mixed := db.rows{Name}("select name from (values ('a text'), (null)) v (name)")
    assert(rows.length == 0 && tag_of(mixed) == .mismatch)
    Postgres.release_error(&mixed)
    _ = db.begin()
    nothing := db.execute_all("select nothing")
    Postgres.release_error(&nothing)
    _ = db.rollback()
    _, nowhere := Postgres.open("host=/nowhere user=nobody")
    Postgres.release_error(&nowhere)
end

failing :: (mode: AllocatorMode, size: Int, alignment: Int, data: Pointer{Void},
            old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    left := Pointer{Int}(data)
    // a slice without elements may lie at null
    if size > 0 && (mode == .ALLOCATE || mode == .RESIZE)
        left@ -= 1
        if left@ == 0
            return null
        end
    end
    return page_allocator(mode, size, alignment, null, old_size, old_memory, options)
end

// Says that memory has ended, and where: in this file.
is_clean :: (output: String) -> Bool
    lines := Strings.lines(output)
    first, second := lines.next() or_else "", lines.next() or_else ""
    return Strings.starts_with(first, "panic: out of memory: ") && Strings.starts_with(second, "  at ") && Strings.contains(second, "no_memory.hb:")
end

main :: (arguments: Slice{String}) -> Int
    words, network := arguments[1], arguments[2]
    if arguments.length == 4
        left := Strings.parse_int(arguments[3]) or_else 0
        with context{allocator = failing, allocator_data = &left}
            assert(use(words, network) == Postgres.Error.ok)
        end
        return ifx left > 0 => 0 else => 3 end
    end
    tracking := Tracking.create()
    with context{allocator = Tracking.allocate, allocator_data = &tracking}
        assert(use(words, network) == Postgres.Error.ok)
    end
    print("no leak: {}\n", tracking.report())
    program := format("/proc/{}/exe", Process.id())
    n := 1
    while true
        result, error := Process.run({"/bin/sh", "-c", "exec \"$@\" 2>&1", "sh", program, words, network, format("{}", n)})
        assert(error == .ok)
        if result.status == 0
            print("every allocation failed once, cleanly: {}\n", n > 500)
            return 0
        end
        if result.status != 134 || !is_clean(result.output)
            print("{}: {} {}\n", n, result.status, result.output)
            return 1
        end
        result.destroy()
        n += 1
    end
end
