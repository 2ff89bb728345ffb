// eval: no, SQLite is C
// What is closed says so, in whatever order; a statement keeps its database.

// expect: the database first: true ok, 1
// expect: then the statement: false the statement is closed
// expect: bind: the statement is closed
// expect: run: the statement is closed
// expect: bind_fields: the statement is closed
// expect: columns: 0 "" 0 "" 0 true
// expect: the statement first: false the statement is closed
// expect: execute: the database is not open
// expect: execute_all: the database is not open
// expect: prepare: the database is not open
// expect: 0 0
// expect: never opened: false the statement is closed
// expect: execute: the database is not open
// expect: no leak: true
Sqlite :: #import "Sqlite"
Tracking :: #import "Tracking"

Row :: struct
    x: Int
end

show_step :: (what: String, s: Pointer{Sqlite.Statement})
    has_row, error := s.step()
    print("{}: {} {}", what, has_row, error)
    Sqlite.destroy(&error)
end

show :: (what: String, given: Sqlite.Error)
    error := given
    print("{}: {}\n", what, error)
    Sqlite.destroy(&error)
end

// A statement that outlives its database, and what it says once it is closed, too.
database_first :: ()
    db, _ := Sqlite.open(":memory:")
    s, _ := db.prepare("select 1 as x")
    db.close()
    show_step("the database first", &s)
    print(", {}\n", s.integer(0))
    s.close()
    s.close()
    show_step("then the statement", &s)
    print("\n")
    row := Row{3}
    show("bind", s.bind(1))
    show("run", s.run(1))
    show("bind_fields", s.bind_fields(&row))
    print("columns: {} {:?} {} {:?} {} {}\n", s.column_count(), s.column_name(0), s.integer(0), s.text(0), s.blob(0).length, s.is_null(0))
end

statement_first :: ()
    db, _ := Sqlite.open(":memory:")
    s, _ := db.prepare("select 1 as x")
    s.close()
    show_step("the statement first", &s)
    print("\n")
    db.close()
    db.close()
    show("execute", db.execute("select 1"))
    show("execute_all", db.execute_all("select 1"))
    _, error := db.prepare("select 1")
    show("prepare", error)
    db.wait(3)
    print("{} {}\n", db.last_row(), db.changes())
end

never_opened :: ()
    db: Sqlite.Database
    s: Sqlite.Statement
    show_step("never opened", &s)
    print("\n")
    show("execute", db.execute("select 1"))
    s.close()
    db.close()
end

main :: ()
    tracking := Tracking.create()
    with context{allocator = Tracking.allocate, allocator_data = &tracking}
        database_first()
        statement_first()
        never_opened()
    end
    print("no leak: {}\n", tracking.report())
end
