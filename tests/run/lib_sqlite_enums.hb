// eval: no, SQLite is foreign code
// options: --track
// expect: ok
// expect: TOOL|TOY|3|5
// expect: ok Item{number = 1, kind = TOOL, rights = READ | WRITE, cents = 5, other = some(TOY)}
// expect: ok Item{number = 2, kind = TOY, rights = READ, cents = 0, other = none}
// expect: column kind: its value is of another type: text
// expect: column kind: it holds an integer, which does not fit
// expect: ok SMALL ok NEGATIVE
// expect: ok Item{number = 7, kind = TOY, rights = WRITE, cents = 1, other = none}
// expect: cannot open "/no/such/x.db": unable to open database file

// Enums and distinct types in parameters and rows, and names of columns that a tag says.

Sqlite :: #import "Sqlite"

Kind :: enum
    TOOL
    TOY
end

Size :: enum {i8}
    NEGATIVE = -2
    SMALL
    LARGE = 100
end

Right :: enum {u8} #flags
    READ
    WRITE
end

Cents :: distinct Int

Item :: struct
    number: Int     #tag "json:no, sql:id"
    kind: Kind
    rights: Right
    cents: i64
    other: Maybe{Kind}
end

Given :: struct
    number: Int     #tag "sql:id"
    kind: Kind
    rights: Right
end

show :: (db: Pointer{Sqlite.Database}, query: String)
    found, error := db.first{Item}(query)
    if item := found
        print("{} {}\n", error, item)
    else
        print("{}\n", error)
        error.destroy()
    end
end

main :: ()
    db, _ := Sqlite.open(":memory:")
    defer db.close()
    _ = db.execute_all("create table item (id integer primary key, kind text, rights integer, cents integer, other integer)")
    print("{}\n", db.execute("insert into item values (1, ?, ?, ?, ?)", Kind.TOOL, Right.READ | .WRITE, Cents(5), Kind.TOY))
    text, _ := db.value{String}("select kind || '|' || other || '|' || rights || '|' || cents from item")
    print("{}\n", text)
    delete(text)
    show(&db, "select * from item")
    show(&db, "select 2 as id, 1 as kind, 1 as rights, 0 as cents, null as other")
    show(&db, "select 2 as id, 'tool' as kind")
    show(&db, "select 2 as id, 7 as kind")
    small, one := db.value{Size}("select -1")
    negative, two := db.value{Size}("select ?", Size.NEGATIVE)
    print("{} {} {} {}\n", one, small, two, negative)
    given := Given{7, .TOY, .WRITE}
    add, _ := db.prepare("insert into item values (:id, :kind, :rights, 1, null)")
    _ = add.bind_fields(&given)
    _ = add.step()
    add.close()
    show(&db, "select * from item where id = 7")
    _db, failed := Sqlite.open("/no/such/x.db")
    print("{}\n", failed)
    failed.destroy()
end
