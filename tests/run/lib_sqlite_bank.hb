// eval: no, SQLite is foreign code
// expect: ok
// expect: ok 1, ok 2, ok 3, UNIQUE constraint failed: account.owner
// expect: Ada=0 Bob=1000 Cô Ba=2000 sum 3000
// expect: ok
// expect: Ada=300 Bob=700 Cô Ba=2000 sum 3000
// expect: CHECK constraint failed: cents >= 0
// expect: Ada=300 Bob=700 Cô Ba=2000 sum 3000
// expect: no such table: there_is_no_such_account
// expect: Ada=300 Bob=700 Cô Ba=2000 sum 3000
// expect: the statement has 2 parameters, 1 are given
// expect: there is more than one statement: execute_all runs several
// expect: ok
// expect: x'); drop table account; --
// expect: there is no statement ok
// expect: 3 1 0 false
// expect: the database is not open 0
// expect: the statement is closed

// Accounts: money moves within a transaction, or not at all; statements are made once and run often; mistakes are values.

Sqlite :: #import "Sqlite"
#import "Strings"

Account :: struct
    id: Int
    owner: String
    cents: Int
end

move :: (db: Pointer{Sqlite.Database}, from: Int, to: Int, cents: Int) -> Sqlite.Error
    db.begin() or_return
    error := moved(db, from, to, cents)
    if error != .ok
        db.rollback() or_return
        return error
    end
    return db.commit()
end

moved :: (db: Pointer{Sqlite.Database}, from: Int, to: Int, cents: Int) -> Sqlite.Error
    db.execute("update account set cents = cents - ? where id = ?", cents, from) or_return
    db.execute("update account set cents = cents + ? where id = ?", cents, to) or_return
    if db.changes() == 0
        // an error of ours is one of SQLite's that says it
        return db.execute("select * from there_is_no_such_account")
    end
    return .ok
end

show :: (db: Pointer{Sqlite.Database})
    accounts, _ := db.rows{Account}("select * from account order by id")
    defer Sqlite.destroy_rows(&accounts)
    for a in accounts
        print("{}={} ", a.owner, a.cents)
    end
    print("sum {}\n", db.value{Int}("select sum(cents) from account") or_else 0)
end

main :: () -> Int
    db := Sqlite.open(":memory:") or_else Sqlite.Database{}
    print("{}\n", db.execute_all("create table account (id integer primary key, owner text unique, cents integer check (cents >= 0)); create table log (at integer, what text)"))
    add, _ := db.prepare("insert into account (owner, cents) values (?, ?)")
    for owner, i in Array{String, 3}{"Ada", "Bob", "Cô Ba"}
        print("{} {}, ", add.run(owner, 1000 * i), db.last_row())
    end
    print("{}\n", add.run("Ada", 1))
    show(&db)
    print("{}\n", move(&db, 2, 1, 300))
    show(&db)
    print("{}\n", move(&db, 2, 1, 9000))
    show(&db)
    print("{}\n", move(&db, 2, 99, 100))
    show(&db)
    print("{}\n", add.run("Eve"))
    print("{}\n", db.execute("select 1; drop table account"))
    print("{}\n", db.execute("insert into account (owner) values (?)", "x'); drop table account; --"))
    print("{}\n", db.value{String}("select owner from account where owner like 'x%'") or_else "?")
    print("{} {}\n", db.execute("  -- nothing\n"), db.execute("select 1; -- done\n"))
    all, _ := db.prepare("select count(*) from account where cents >= ?")
    for least in Array{Int, 3}{0, 1000, 5000}
        _ = all.bind(least)
        _ = all.step() or_else false
        print("{} ", all.integer(0))
    end
    print("{}\n", all.step() or_else true)
    db.close()
    print("{} {}\n", db.execute("select 1"), all.integer(0))
    all.close()
    add.close()
    print("{}\n", all.bind(1))
    return 0
end
