// expect: 1 1 1
// expect: ok
// expect: 1 "Hạnh" some(1.5) cross [0, 255, 92] true
// expect: 2 "it's; drop table person" none calm [] false
// expect: 3 "" some(-0.1) calm [] false
// expect: 2 0 
// expect: Numbers{tiny = -32768, small = 2147483647, large = -9223372036854775808, half = 0.1, double = NaN}
// expect: Shown{a = "-12345.6700", b = "2024-02-29", c = "0044-03-15 12:00:01.5 BC", d = "2024-01-02 01:04:05+00", e = "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", f = "{\"a\": [1, 2]}", g = "x  "}
// expect: ok
// expect: 0 of 400 differ
// expect: ok
// expect: 0 3 2
// expect: ok
// expect: 42601: syntax error at or near "selec"
// expect: 23505 Key (name)=(Hạnh) already exists.
// expect: the statement has 1 parameters, 2 are given
// expect: 22003: value "70000" is out of range for type smallint
// expect: 22P02: invalid input syntax for type integer: "twelve"
// expect: column extra: no field has its name
// expect: column name: its value is of another type
// expect: column n: it is null, and its field is no Maybe
// expect: column tiny: its value does not fit
// expect: column name: its type is not read: make a text of it, `::text`
// expect: 22012: division by zero
// expect: 42703: column "nothing" does not exist
// expect: the text is not UTF-8
// expect: 42P01: relation "nowhere" does not exist
// expect: 25P02: current transaction is aborted, commands ignored until end of transaction block
// expect: error connecting to server: No such file or directory (os error 2)
// expect: invalid connection string: unexpected EOF
// expect: no leak: true

// Rows, statements, transactions and errors of a server.

Postgres :: #import "Postgres"
Tracking :: #import "Tracking"
#import "List"

Mood :: enum
    calm
    cross
end

Person :: struct
    id: Int
    name: String
    height: Maybe{f64}
    mood: Mood
    picture: Slice{u8}
    is_here: Bool
end

Shown :: struct
    a, b, c, d, e, f, g: String
end

Numbers :: struct
    tiny: i16
    small: i32
    large: i64
    half: f32
    double: f64
end

Name :: struct
    name: String
end

Count :: struct
    n: Int
end

fill :: (db: Pointer{Postgres.Database}) -> Postgres.Error
    db.execute_all(`create type pg_temp.mood as enum ('calm', 'cross');
                    create temporary table person (id bigserial primary key, name text unique not null, height double precision,
                                                   mood mood not null, picture bytea not null, is_here boolean not null)`) or_return
    sql := "insert into person (name, height, mood, picture, is_here) values ($1, $2, $3, $4, $5)"
    n := db.execute(sql, "Hạnh", 1.5, "cross", Array{u8, 3}{0, 255, 92}[..], true) or_return
    add := db.prepare(sql) or_return
    defer add.close()
    none_of: Slice{u8}
    m := add.execute("it's; drop table person", Maybe{f64}.none, "calm", none_of, false) or_return
    k := add.execute("", Maybe{f64}.some(-0.1), "calm", none_of, false) or_return
    print("{} {} {}\n", n, m, k)
    return .ok
end

look :: (db: Pointer{Postgres.Database}) -> Postgres.Error
    people := db.rows{Person}("select * from person order by id") or_return
    for p in people
        print("{} {:?} {} {} {} {}\n", p.id, p.name, p.height, p.mood, p.picture, p.is_here)
    end
    Postgres.destroy_rows(&people)
    find := db.prepare("select name from person where id = any($1::bigint[]) order by id") or_return
    defer find.close()
    for list in Array{String, 2}{"{1,3}", "{}"}
        names := find.rows{Name}(list) or_return
        print("{} ", names.length)
        Postgres.destroy_rows(&names)
    end
    print("\n")
    all := db.rows{Numbers}("select (-32768)::int2 tiny, 2147483647::int4 small, (-9223372036854775808)::int8 large, 0.1::float4 half, 'NaN'::float8 double") or_return
    print("{}\n", all[0])
    Postgres.destroy_rows(&all)
    texts := db.rows{Shown}(`select -12345.6700::numeric a, '2024-02-29'::date b, '0044-03-15 12:00:01.5 BC'::timestamp c,
        '2024-01-02 03:04:05+02'::timestamptz d, 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid e, '{"a": [1, 2]}'::jsonb f, 'x'::char(3) g`) or_return
    print("{:?}\n", texts[0])
    Postgres.destroy_rows(&texts)
    return .ok
end

// Texts that the server shows itself are what is read here.
agree :: (db: Pointer{Postgres.Database}) -> Postgres.Error
    sql := `with x as (select (random() * 2 - 1) * 10 ^ (i % 20) r, (random() * 2 - 1) * 5e7 t from generate_series(1, 400) i)
            select r::numeric::text a, r::numeric b, (timestamp '2000-01-01' + t * interval '1 hour')::text c, timestamp '2000-01-01' + t * interval '1 hour' d,
                   (date '2000-01-01' + (t / 24)::int)::text e, date '2000-01-01' + (t / 24)::int f, '' g from x`
    rows := db.rows{Shown}(sql) or_return
    bad := 0
    for row in rows
        if row.a != row.b || row.c != row.d || row.e != row.f
            bad += 1
            print("{:?}\n", row)
        end
    end
    print("{} of {} differ\n", bad, rows.length)
    Postgres.destroy_rows(&rows)
    return .ok
end

count :: (db: Pointer{Postgres.Database}) -> Int
    counts, _ := db.rows{Count}("select count(*) n from person")
    n := counts[0].n
    Postgres.destroy_rows(&counts)
    return n
end

transactions :: (db: Pointer{Postgres.Database}) -> Postgres.Error
    db.begin() or_return
    db.execute("delete from person") or_return
    print("{} ", count(db))
    db.rollback() or_return
    print("{} ", count(db))
    db.begin() or_return
    db.execute("delete from person where id = $1", 2) or_return
    db.commit() or_return
    print("{}\n", count(db))
    return .ok
end

show :: (error: Postgres.Error)
    print("{}\n", error)
    gone := error
    Postgres.release_error(&gone)
end

complain :: (db: Pointer{Postgres.Database})
    _, syntax := db.execute("selec 1")
    show(syntax)
    _, unique := db.execute("insert into person (name, mood, picture, is_here) values ($1, 'calm', '', true)", "Hạnh")
    match unique
    case .failed f => print("{} {}\n", f.code, f.detail)
    else
    end
    Postgres.release_error(&unique)
    _, few := db.execute("select $1::int", 1, 2)
    show(few)
    _, wide := db.execute("select $1::int2", 70_000)
    show(wide)
    _, word := db.execute("select $1::int", "twelve")
    show(word)
    _, column := db.rows{Name}("select 'a' as name, 1 as extra")
    show(column)
    _, kind := db.rows{Name}("select 1 as name")
    show(kind)
    _, null_one := db.rows{Count}("select 1 as n union all select null")
    show(null_one)
    _, narrow := db.rows{Numbers}("select 70000 as tiny")
    show(narrow)
    _, unread := db.rows{Name}("select '(1,2)'::point as name")
    show(unread)
    _, zero := db.rows{Count}("select 1 / $1 as n", 0)
    show(zero)
    show(db.execute_all("select 1; select nothing"))
    _, bytes := db.execute("select '\xff'")
    show(bytes)
    _ = db.begin()
    _, inside := db.execute("select * from nowhere")
    show(inside)
    _, aborted := db.execute("select 1")
    show(aborted)
    _ = db.rollback()
end

work :: (words: String)
    db, opened := Postgres.open(words)
    if opened != Postgres.Error.ok
        print("{}\n", opened)
        return
    end
    show(fill(&db))
    show(look(&db))
    show(agree(&db))
    show(transactions(&db))
    complain(&db)
    db.close()
    _, refused := Postgres.open("host=/nowhere user=nobody")
    show(refused)
    _, garbled := Postgres.open("host=")
    show(garbled)
end

main :: (arguments: Slice{String})
    tracking := Tracking.create()
    with context{allocator = Tracking.allocate, allocator_data = &tracking}
        work(arguments[1])
    end
    print("no leak: {}\n", tracking.report())
end
