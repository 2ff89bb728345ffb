// eval: no, SQLite is foreign code
// expect: ok
// expect: -128 65535 4611686018427387904 0.5 true 3 [0, 255, 7] some(5) none none
// expect: ok
// expect: One{a = 127}
// expect: column a: it holds an integer, which does not fit
// expect: column a: it holds an integer, which does not fit
// expect: column a: its value is of another type: a float
// expect: column a: its value is null, and its place is no Maybe
// expect: column a: its value is of another type: text
// expect: column A: no field has its name
// expect: ok
// expect: column a: it holds an integer, which does not fit
// expect: column a: its value is of another type: bytes
// expect: Text{a = ""}
// expect: column a: it holds an integer, which does not fit
// expect: Wide{x = 0, y = 3}
// expect: Wide{x = 2, y = 0}
// expect: parameter 1: the number does not fit 64 bits with a sign
// expect: parameter 1: its type is none that a database has
// expect: -1 false
// expect: blob text
// expect: 9223372036854775807
// expect: 9.223372036854776e18
// expect: 500500 6893 2 []

// What goes into a column and comes back, of every type; what does not fit is an error with the column's name.

Sqlite :: #import "Sqlite"
#import "Strings"

All :: struct
    a: i8
    b: u16
    c: u64
    d: f32
    e: Bool
    f: String
    g: Slice{u8}
    h: Maybe{i32}
    i: Maybe{String}
    j: Maybe{Slice{u8}}
    k: Maybe{Bool}
end

One :: struct
    a: i8
end

Unsigned :: struct
    a: u64
end

Text :: struct
    a: String
end

Flag :: struct
    a: Bool
end

Wide :: struct
    x, y: Int
end

as_row :: {T}(db: Pointer{Sqlite.Database}, sql: String)
    found, error := db.first{T}(sql)
    if row := found
        print("{}\n", row)
    else
        print("{}\n", error)
    end
    Sqlite.destroy(&error)
end

main :: () -> Int
    db := Sqlite.open(":memory:") or_else Sqlite.Database{}
    defer db.close()
    _ = db.execute_all("create table t (a, b, c, d, e, f, g, h, i, j, k)")
    bytes := Array{u8, 3}{0, 255, 7}
    no_text: Maybe{String}
    no_bytes: Maybe{Slice{u8}}
    print("{}\n", db.execute("insert into t values (?,?,?,?,?,?,?,?,?,?,?)", i8(-128), u16(65535), u64(1 << 62), f32(0.5), true, "a\x00b", bytes[..], 5, no_text, no_bytes, none_of_it()))
    rows, error := db.rows{All}("select * from t")
    for r in rows
        print("{} {} {} {} {} {} {} {} {} {}\n", r.a, r.b, r.c, r.d, r.e, r.f.length, r.g, r.h, r.i, r.k)
    end
    print("{}\n", error)
    Sqlite.destroy_rows(&rows)
    as_row{One}(&db, "select 127 as a")
    as_row{One}(&db, "select 128 as a")
    as_row{One}(&db, "select -129 as a")
    as_row{One}(&db, "select 1.0 as a")
    as_row{One}(&db, "select null as a")
    as_row{One}(&db, "select '1' as a")
    as_row{One}(&db, "select 1 as A")
    as_row{One}(&db, "select 1 where false")
    as_row{Unsigned}(&db, "select -1 as a")
    as_row{Text}(&db, "select x'00' as a")
    as_row{Text}(&db, "select '' as a")
    as_row{Flag}(&db, "select 2 as a")
    as_row{Wide}(&db, "select 3 as y")
    as_row{Wide}(&db, "select 1 as x, 2 as x")
    print("{}\n", db.execute("select ?", u64(1 << 63)))
    print("{}\n", db.execute("select ?", One{1}))
    print("{} {}\n", db.value{Int}("select ?", "") or_else -1, db.value{Bool}("select ? is null", "") or_else true)
    print("{} {}\n", db.value{String}("select typeof(?)", Slice{u8}{}) or_else "?", db.value{String}("select typeof(?)", "") or_else "?")
    print("{}\n", db.value{Int}("select 9223372036854775807 + 0") or_else 0)
    print("{}\n", db.value{f64}("select 9223372036854775807 + 1") or_else 0.0)
    many, _ := db.prepare("with recursive n(x) as (select 1 union all select x + 1 from n where x < 1000) select x, 'row ' || x from n")
    sum, length := 0, 0
    while many.step() or_else false
        sum += many.integer(0)
        length += many.text(1).length
    end
    print("{} {} {} [{}]\n", sum, length, many.column_count(), many.column_name(7))
    many.close()
    return 0
end

none_of_it :: () -> Maybe{Bool} => none
