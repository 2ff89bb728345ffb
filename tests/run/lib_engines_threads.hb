// eval: no, PCRE2, GMP and SQLite are foreign code
// expect: 8000 found, 8 sums agree, 8000 rows, sum 3996000

// One pattern and one database for eight threads; each computes with big numbers in memory of its own.

Big :: #import "Big"
Regex :: #import "Regex"
Sqlite :: #import "Sqlite"
Strings :: #import "Strings"
Atomic :: #import "Atomic"
Task :: #import "Task"

pair: Regex.Regex
db: Sqlite.Database
found, agreed: Int

work :: (_n: Int)
    sum := Big.integer(0)
    for i in 0..<1000
        text := format("key{}={}", i, i)
        if m := pair.find(text)
            value := Strings.parse_int(m.group(2)) or_else 0
            Atomic.add(&found, Int(m.group(1).length >= 4 && value == i))
            sum.add_product(Big.integer(value), Big.integer(value))
            assert(db.execute("insert into t values (?)", value) == .ok)
        end
        delete(text)
    end
    Atomic.add(&agreed, Int(sum == 332833500))
end

main :: () -> Int
    pair, _ = Regex.compile(`(\w+)=(\d+)`)
    db, _ = Sqlite.open(":memory:")
    assert(db.execute_all("create table t (x integer)") == .ok)
    Task.parallel_for(0, 8, work)
    print("{} found, {} sums agree, {} rows, sum {}\n", found, agreed, db.value{Int}("select count(*) from t") or_else 0, db.value{Int}("select sum(x) from t") or_else 0)
    db.close()
    pair.destroy()
    return 0
end
