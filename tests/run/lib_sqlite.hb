// eval: no, SQLite is foreign code
// expect: 1 1 2
// expect: Huế 351456 0.5 some("old") true
// expect: Hà Nội 8435700 2.5 none false
// expect: 2 8787156
// expect: near "selec": syntax error
// expect: the statement has 1 parameters, 0 are given
// expect: column extra: no field has its name
// expect: column people: its value is of another type: text
// expect: UNIQUE constraint failed: city.name
// expect: 3 2
// expect: 1 a; 2 b; 3 c;
// expect: cannot open "/no/such/folder/x.db": unable to open database file

Sqlite :: #import "Sqlite"

City :: struct
    name: String
    people: Int
    share: f64
    note: Maybe{String}
    is_old: Bool
end

Name :: struct
    name: String
    people: Int
end

work :: (db: Pointer{Sqlite.Database}) -> Sqlite.Error
    db.execute("create table city (name text unique, people integer, share real, note text, is_old integer)") or_return
    db.execute("insert into city values (?, ?, ?, ?, ?)", "Hà Nội", 8_435_700, 2.5, Maybe{String}.none, false) or_return
    print("{} {} ", db.last_row(), db.changes())
    db.execute("insert into city values (?, ?, ?, ?, ?)", "Huế", 351_456, 0.5, "old", true) or_return
    print("{}\n", db.last_row())
    cities := db.rows{City}("select * from city order by people") or_return
    sum := 0
    for c in cities
        print("{} {} {} {} {}\n", c.name, c.people, c.share, c.note, c.is_old)
        sum += c.people
    end
    print("{} {}\n", cities.length, sum)
    cities.destroy()
    return .ok
end

complain :: (db: Pointer{Sqlite.Database})
    print("{}\n", db.execute("selec 1"))
    print("{}\n", db.execute("delete from city where name = ?"))
    _, unknown := db.rows{Name}("select name, people, 1 as extra from city")
    print("{}\n", unknown)
    _, other := db.rows{Name}("select name, 'many' as people from city")
    print("{}\n", other)
    print("{}\n", db.execute("insert into city (name) values (?)", "Huế"))
end

count :: (db: Pointer{Sqlite.Database}) -> Int
    s, _ := db.prepare("select count(*) from city")
    defer s.close()
    _ = s.step() or_else false
    return s.integer(0)
end

transactions :: (db: Pointer{Sqlite.Database}) -> Sqlite.Error
    db.begin() or_return
    db.execute("insert into city (name) values (?)", "Đà Nẵng") or_return
    print("{} ", count(db))
    db.rollback() or_return
    print("{}\n", count(db))
    db.execute_all("create table t (n integer primary key, s text); insert into t (s) values ('a'); insert into t (s) values ('b')") or_return
    add := db.prepare("insert into t (s) values (?)") or_return
    add.bind("c") or_return
    add.step() or_return
    add.close()
    all := db.prepare("select n, s from t order by n") or_return
    while all.step() or_else false
        print("{} {};", all.integer(0), all.text(1))
        if all.integer(0) < 3
            print(" ")
        end
    end
    print("\n")
    all.close()
    return .ok
end

main :: () -> Int
    db, opened := Sqlite.open(":memory:")
    if opened != .ok
        print("{}\n", opened)
        return 1
    end
    done := work(&db)
    if done != .ok
        print("{}\n", done)
    end
    complain(&db)
    last := transactions(&db)
    if last != .ok
        print("{}\n", last)
    end
    db.close()
    _, closed := Sqlite.open("/no/such/folder/x.db")
    print("{}\n", closed)
    return 0
end
