// expect: a byte 0 in a statement: true
// expect: a byte 0 in a text: true
// expect: no UTF-8 in a text: true
// expect: the words: true
// expect: an empty statement: ok, 0
// expect: several statements at once: 42601: cannot insert multiple commands into a prepared statement
// expect: more columns than one struct has: column b: no field has its name
// expect: a name twice: 1
// expect: no such member: column mood: its value is of another type
// expect: the server goes away: true
// expect: afterwards: true
// expect: closed twice
// expect: of none: the database is not open
// expect: of none: the database is not open
// expect: of none: the statement has not been prepared
// expect: no leak: true

// What programs should not do, and servers do not like: an error each.

Postgres :: #import "Postgres"
Tracking :: #import "Tracking"

One :: struct
    a: Int
end

Mood :: enum
    calm
    cross
end

Moody :: struct
    mood: Mood
end

show :: (name: String, error: Postgres.Error)
    print("{}: {}\n", name, error)
    gone := error
    Postgres.release_error(&gone)
end

fails :: (name: String, error: Postgres.Error)
    print("{}: {}\n", name, error != Postgres.Error.ok)
    gone := error
    Postgres.release_error(&gone)
end

work :: (words: String)
    db, _ := Postgres.open(words)
    _, inside := db.execute("select 1\x002")
    fails("a byte 0 in a statement", inside)
    _, text := db.execute("select $1::text", "a\x00b")
    fails("a byte 0 in a text", text)
    _, bytes := db.execute("select $1::text", "\xff\xc3")
    fails("no UTF-8 in a text", bytes)
    _, odd := Postgres.open("\xff\x00=")
    fails("the words", odd)
    n, nothing := db.execute("")
    print("an empty statement: {}, {}\n", nothing, n)
    _, two := db.execute("select 1; select 2")
    show("several statements at once", two)
    _, more := db.rows{One}("select 1 as a, 2 as b")
    show("more columns than one struct has", more)
    rows, twice := db.rows{One}("select 2 as a, 1 as a")
    print("a name twice: {}\n", ifx twice == .ok => rows[0].a else => -1 end)
    Postgres.destroy_rows(&rows)
    Postgres.release_error(&twice)
    _, member := db.rows{Moody}("select 'furious' as mood")
    show("no such member", member)
    _, gone := db.execute("select pg_terminate_backend(pg_backend_pid())")
    // whether its last words come through is chance
    fails("the server goes away", gone)
    _, afterwards := db.execute("select 1")
    fails("afterwards", afterwards)
    db.close()
    db.close()
    print("closed twice\n")
    _, closed := db.execute("select 1")
    show("of none", closed)
    show("of none", db.execute_all("select 1"))
    statement: Postgres.Statement
    _, unprepared := statement.rows{One}(1)
    show("of none", unprepared)
    statement.close()
end

main :: (arguments: Slice{String})
    tracking := Tracking.create()
    with context{allocator = Tracking.allocate, allocator_data = &tracking}
        work(arguments[1])
    end
    print("no leak: {}\n", tracking.report())
end
