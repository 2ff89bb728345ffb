// eval: no, SQLite is foreign code
// expect: ok
// expect: ok 3
// expect: no such function: raise_a_mistake 3
// expect: Hopper 1906 none
// expect: Lovelace, Ada 1815 some(1.65)
// expect: ok
// expect: O"Brien
// expect: 1.725
// expect: CHECK constraint failed: born > 1000
// expect: NOT NULL constraint failed: person.name

// A table as CSV into a database, asked by SQL, written as CSV again; a row that does not fit undoes the whole file.

Sqlite :: #import "Sqlite"
Csv :: #import "Csv"
#import "Strings"

PEOPLE :: `name,born,height
"Lovelace, Ada",1815,1.65
Hopper,1906,
"O""Brien",1950,1.80
`

BROKEN :: `name,born,height
Somebody,1900,1.7
Nobody,never,1.7
`

Person :: struct
    name: String
    born: i32
    height: Maybe{f64}
end

load :: (db: Pointer{Sqlite.Database}, text: String) -> Sqlite.Error
    return db.transaction([db, text] () -> Sqlite.Error
        add := db.prepare("insert into person values (:name, :born, :height)") or_return
        defer add.close()
        reader := Csv.reader(text)
        reader.next()
        while row := reader.next()
            if born := parse_int(row[1])
                person := Person{row[0], i32(born), none}
                if height := parse_float(row[2])
                    person.height = some(height)
                end
                add.bind_fields(&person) or_return
                add.step() or_return
            else
                return db.execute("select raise_a_mistake(?)", row[1])
            end
        end
        return .ok
    end)
end

main :: () -> Int
    db, opened := Sqlite.open(":memory:")
    if opened != .ok
        return 1
    end
    defer db.close()
    print("{}\n", db.execute_all("create table person (name text not null, born integer check (born > 1000), height real)"))
    print("{} {}\n", load(&db, PEOPLE), db.value{Int}("select count(*) from person") or_else -1)
    print("{} {}\n", load(&db, BROKEN), db.value{Int}("select count(*) from person") or_else -1)
    people, error := db.rows{Person}("select * from person where born between ? and ? order by born desc", 1800, 1949)
    for p in people
        print("{} {} {}\n", p.name, p.born, p.height)
    end
    print("{}\n", error)
    Sqlite.destroy_rows(&people)
    tall, _ := db.first{Person}("select * from person where height > ?", f32(1.7))
    if p := tall
        print("{}\n", p.name)
    end
    print("{:.3}\n", db.value{f64}("select avg(height) from person") or_else 0.0)
    print("{}\n", db.execute("insert into person values ('x', 12, null)"))
    missing: Maybe{String}
    print("{}\n", db.execute("insert into person values (?, 1900, null)", missing))
    return 0
end
