//! SQLite: a database in a file, or in memory.
//!
//! ```
//! City :: struct
//!     name: String
//!     people: Int
//! end
//!
//! large_cities :: () -> Sqlite.Error
//!     db := Sqlite.open(":memory:") or_return
//!     defer db.close()
//!     db.execute("create table city (name text, people integer)") or_return
//!     db.execute("insert into city values (?, ?)", "Hà Nội", 8_435_700) or_return
//!     cities := db.rows{City}("select name, people from city where people > ?", 1_000_000) or_return
//!     defer Sqlite.destroy_rows(&cities)
//!     for city in cities
//!         print("{} {}\n", city.name, city.people)
//!     end
//!     return .ok
//! end
//!
//! main :: ()
//!     error := large_cities()
//!     // => Hà Nội 8435700
//!     Sqlite.destroy(&error)
//! end
//! ```
//!
//! Parameters `?` take the items in their order: integers, floats, strings, booleans, bytes (`Slice{u8}`), `Maybe` of these (`Maybe{Int}{}` is null), enums by their names; `:name` takes the field of that name of a struct (`bind_fields`). Rows
//! become structs, a column to the field of its name, or of the name that its tag says, `#tag "sql:name"`: a column that has none is an error, and so is a value of another type, a number that does not fit, null where
//! the field is no `Maybe`. A field of an enum takes the name of a member or its number.
//!
//! What is closed says so: procedures of a closed database or statement give an error, columns of a closed statement are empty. A statement keeps its database
//! open until it is closed itself. Copies of a `Database` or `Statement` are the same one, and not to be used after one of them was closed.
//!
//! Whatever a database needs comes from the allocator that was current in `open`, and goes back there; what is handed out, rows, texts and messages of errors, from the one
//! that is current then (`Sqlite_Memory` says how). Where memory is short the error says so. Several threads may use one database; it lets one in at a time. Programs that import this are linked with
//! libc and SQLite, and it cannot run in the compiler.

#import "List"
#import "Sqlite_Memory"
#import "Sqlite/Columns" #public
Reflect :: #import "Reflect"
Strings :: #import "Strings"

Database :: struct
    handle: Pointer{Void}
    home: Home
end

/// A statement that is ready to run; parameters may change from run to run.
Statement :: struct
    handle: Pointer{Void}
    database: Pointer{Void}
    home: Home
end

/// What went wrong.
Error :: union #error
    ok
    failed: Failure                     // SQLite says so
    mismatch: Mismatch                  // a row does not fit its struct
end

Failure :: struct
    code: Int                           // SQLite's, the extended one
    message: String
end

Mismatch :: struct
    column: String
    problem: String
end

/// How a database is opened.
Mode :: enum
    CREATE                              // to read and write; made if there is none
    WRITE                               // to read and write
    READ                                // to read
end

/// Opens a database. `:memory:` is one without a file.
///
/// ```
/// db, error := Sqlite.open("/no/such/folder/x.db")
/// print("{}\n", error)      // => cannot open "/no/such/folder/x.db": unable to open database file
/// Sqlite.destroy(&error)
/// ```
open :: (path: String, mode: Mode = .CREATE, location: Pointer{Source_Location} = #caller-location) -> (Database, Error)
    if Strings.contains_byte(path, 0)
        return Database{}, complaint(MISUSE, "a path has no NUL", location)
    end
    terminated := Strings.concat(path, "\0", location = location)
    defer delete(terminated)
    db := Database{home = home()}
    flags: i32 = ifx mode == .CREATE => 6 else if mode == .WRITE => 2 else => 1 end
    enter(db.home)
    code := sqlite3_open_v2(terminated.data, &db.handle, flags, null)
    leave()
    if code != 0
        // SQLite's own words are not the whole story: which file it was
        reason := failure(db.handle, code, location)
        message := Strings.join({"cannot open \"", path, "\": ", reason.failed.message}, "", location = location)
        destroy(&reason)
        close(&db)
        return Database{}, Error.failed(Failure{Int(code), message})
    end
    sqlite3_extended_result_codes(db.handle, 1)
    return db, Error.ok
end

/// Closes a database. Statements that are still there keep it open until they are closed.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// db.close()
/// print("{}\n", db.execute("select 1"))      // => the database is not open
/// ```
close :: (db: Pointer{Database})
    enter(db.home)
    sqlite3_close_v2(db.handle)
    leave()
    db.handle = null
end

/// So many milliseconds to wait where another connection holds the file, instead of an error at once.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// db.wait(500)
/// ```
wait :: (db: Pointer{Database}, milliseconds: Int)
    enter(db.home)
    sqlite3_busy_timeout(db.handle, i32(max(0, min(milliseconds, 0x7fff_ffff))))
    leave()
end

/// Runs one statement to its end; rows that it gives are not looked at.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
/// db.execute("insert into city values (?, ?)", "Đà Nẵng", 1_230_000)
/// print("{}\n", db.changes())     // => 1
/// print("{}\n", db.execute("delete from town"))     // => no such table: town
/// ```
execute :: (db: Pointer{Database}, sql: String, items: ..Any, location: Pointer{Source_Location} = #caller-location) -> Error
    statement := prepare(db, sql, location = location) or_return
    defer close(&statement)
    bind(&statement, ..items, location = location) or_return
    while true
        has_row, failed := step(&statement, location = location)
        if failed != Error.ok || !has_row
            return failed
        end
    end
end

/// Runs several statements, one behind the other, without parameters.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// db.execute_all("create table n (x); insert into n values (1), (2)")
/// print("{}\n", db.changes())     // => 2
/// ```
execute_all :: (db: Pointer{Database}, sql: String, location: Pointer{Source_Location} = #caller-location) -> Error
    if db.handle == null
        return complaint(MISUSE, "the database is not open", location)
    end
    if Strings.contains_byte(sql, 0)
        return complaint(MISUSE, "a statement has no NUL", location)
    end
    terminated := Strings.concat(sql, "\0", location = location)
    defer delete(terminated)
    enter(db.home)
    code := sqlite3_exec(db.handle, terminated.data, null, null, null)
    leave()
    return ifx code == 0 => Error.ok else => failure(db.handle, code, location) end
end

/// All rows of a query, each in a struct. `destroy_rows` frees them.
///
/// ```
/// City :: struct
///     name: String
///     people: Int
/// end
///
/// main :: ()
///     db, _ := Sqlite.open(":memory:")
///     defer db.close()
///     db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
///     cities, _ := db.rows{City}("select * from city where people > ? order by name", 0)
///     print("{} {}\n", cities.length, cities[1].name)     // => 2 Hà Nội
///     Sqlite.destroy_rows(&cities)
/// end
/// ```
rows :: {T}(db: Pointer{Database}, sql: String, items: ..Any, location: Pointer{Source_Location} = #caller-location) -> (List{T}, Error)
    result := list{T}()
    statement, error := prepare(db, sql, location = location)
    if error != Error.ok
        return result, error
    end
    defer close(&statement)
    failed := bind(&statement, ..items, location = location)
    while failed == Error.ok
        has_row, wrong := step(&statement, location = location)
        failed = wrong
        if failed != Error.ok || !has_row
            break
        end
        row, mismatch := row{T}(&statement, location = location)
        failed = mismatch
        if failed == Error.ok
            result.append(row, location = location)
        end
    end
    if failed != Error.ok
        destroy_rows(&result)
    end
    return result, failed
end

/// The first row of a query in a struct, or `none`. `destroy_row` frees it.
///
/// ```
/// City :: struct
///     name: String
///     people: Int
/// end
///
/// main :: ()
///     db, _ := Sqlite.open(":memory:")
///     defer db.close()
///     db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
///     found, _ := db.first{City}("select * from city where name = ?", "Huế")
///     if city := found
///         print("{}\n", city.people)     // => 351456
///     end
/// end
/// ```
first :: {T}(db: Pointer{Database}, sql: String, items: ..Any, location: Pointer{Source_Location} = #caller-location) -> (Maybe{T}, Error)
    statement, error := prepare(db, sql, location = location)
    if error != Error.ok
        return none, error
    end
    defer close(&statement)
    bound := bind(&statement, ..items, location = location)
    if bound != Error.ok
        return none, bound
    end
    has_row, failed := step(&statement, location = location)
    if failed != Error.ok || !has_row
        return none, failed
    end
    found, mismatch := row{T}(&statement, location = location)
    return ifx mismatch == Error.ok => some(found) else => none end, mismatch
end

/// The first column of the first row of a query; an error if there is no row or it is of another type. Texts are freed by `delete`.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
/// sum, error := db.value{Int}("select sum(people) from city")
/// print("{} {}\n", sum, error)     // => 8787156 ok
/// _, missing := db.value{Int}("select people from city where name = ?", "Paris")
/// print("{}\n", missing)     // => there is no row
/// ```
value :: {T}(db: Pointer{Database}, sql: String, items: ..Any, location: Pointer{Source_Location} = #caller-location) -> (T, Error)
    result: T
    statement, error := prepare(db, sql, location = location)
    if error != Error.ok
        return result, error
    end
    defer close(&statement)
    bound := bind(&statement, ..items, location = location)
    if bound != Error.ok
        return result, bound
    end
    has_row, failed := step(&statement, location = location)
    if failed != Error.ok
        return result, failed
    end
    if !has_row
        return result, complaint(DONE, "there is no row", location)
    end
    found, mismatch := column{T}(&statement, 0, location = location)
    return found, mismatch
end

/// Frees what `rows` gave.
///
/// ```
/// City :: struct
///     name: String
///     people: Int
/// end
///
/// main :: ()
///     db, _ := Sqlite.open(":memory:")
///     defer db.close()
///     db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
///     cities, _ := db.rows{City}("select * from city")
///     Sqlite.destroy_rows(&cities)
///     print("{}\n", cities.length)     // => 0
/// end
/// ```
destroy_rows :: {T}(rows: Pointer{List{T}})
    for i in 0..<rows.length
        destroy_row(&rows.data[i])
    end
    rows.destroy()
end

/// Starts a transaction; `commit` makes what follows last, `rollback` forgets it.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
/// db.begin()
/// db.execute("delete from city")
/// db.rollback()
/// count, _ := db.value{Int}("select count(*) from city")
/// print("{}\n", count)     // => 2
/// ```
begin :: (db: Pointer{Database}, location: Pointer{Source_Location} = #caller-location) -> Error => execute(db, "begin", location = location)

/// Makes a transaction last.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
/// db.begin()
/// db.execute("delete from city")
/// db.commit()
/// count, _ := db.value{Int}("select count(*) from city")
/// print("{}\n", count)     // => 0
/// ```
commit :: (db: Pointer{Database}, location: Pointer{Source_Location} = #caller-location) -> Error => execute(db, "commit", location = location)

/// Forgets a transaction.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
/// db.begin()
/// db.execute("delete from city")
/// db.rollback()
/// print("{}\n", db.rollback())     // => cannot rollback - no transaction is active
/// ```
rollback :: (db: Pointer{Database}, location: Pointer{Source_Location} = #caller-location) -> Error => execute(db, "rollback", location = location)

/// Runs a procedure within a transaction: its error makes it forgotten, and is handed on.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
/// error := db.transaction([&db] () -> Sqlite.Error
///     db.execute("insert into city values ('Vinh', 339114)") or_return
///     return db.execute("insert into town values (1)")
/// end)
/// count, _ := db.value{Int}("select count(*) from city")
/// print("{}: {}\n", error, count)     // => no such table: town: 2
/// ```
transaction :: (db: Pointer{Database}, body: #closure () -> Error, location: Pointer{Source_Location} = #caller-location) -> Error
    begin(db, location = location) or_return
    done := body()
    if done == Error.ok
        done = commit(db, location = location)
    end
    if done != Error.ok
        // SQLite has done so itself after some errors
        again := rollback(db, location = location)
        destroy(&again)
    end
    return done
end

/// The number of the row that was inserted last.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
/// db.execute("insert into city values ('Vinh', 339114)")
/// print("{}\n", db.last_row())     // => 3
/// ```
last_row :: (db: Pointer{Database}) -> Int => sqlite3_last_insert_rowid(db.handle)

/// How many rows the last statement has changed.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
/// db.execute("update city set people = 0")
/// print("{}\n", db.changes())     // => 2
/// ```
changes :: (db: Pointer{Database}) -> Int => sqlite3_changes64(db.handle)

// ---- Statements -----------------------------------------------------------------------------------------------------------------

/// Makes one statement ready. `close` frees it.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
/// add := db.prepare("insert into city values (?, ?)") or_else Sqlite.Statement{}
/// defer add.close()
/// for i in 0..<3
///     add.run(i, 10 * i)
/// end
/// print("{}\n", db.value{Int}("select count(*) from city") or_else 0)     // => 5
/// ```
prepare :: (db: Pointer{Database}, sql: String, location: Pointer{Source_Location} = #caller-location) -> (Statement, Error)
    if db.handle == null
        return Statement{}, complaint(MISUSE, "the database is not open", location)
    end
    if sql.length > 0x7fff_ffff
        return Statement{}, complaint(MISUSE, "the statement is too long", location)
    end
    statement := Statement{database = db.handle, home = db.home}
    rest: Pointer{u8} = null
    enter(db.home)
    code := sqlite3_prepare_v2(db.handle, sql.data, i32(sql.length), &statement.handle, &rest)
    leave()
    if code != 0
        return Statement{}, failure(db.handle, code, location)
    end
    if statement.handle == null
        return Statement{}, complaint(MISUSE, "there is no statement", location)
    end
    if has_more(db, sql, rest)
        close(&statement)
        return Statement{}, complaint(MISUSE, "there is more than one statement: execute_all runs several", location)
    end
    return statement, Error.ok
end

// Whether something but blanks and comments stands behind the first statement.
has_more :: (db: Pointer{Database}, sql: String, rest: Pointer{u8}) -> Bool #private
    used := Int(UInt(rest) - UInt(sql.data))
    if rest == null || Strings.trim(sql[used..]).length == 0
        return false
    end
    second: Pointer{Void} = null
    enter(db.home)
    code := sqlite3_prepare_v2(db.handle, rest, i32(sql.length - used), &second, null)
    is_there := code != 0 || second != null
    sqlite3_finalize(second)
    leave()
    return is_there
end

/// Frees a statement.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
/// all, _ := db.prepare("select * from city")
/// all.close()
/// ```
close :: (s: Pointer{Statement})
    enter(s.home)
    sqlite3_finalize(s.handle)
    leave()
    s.handle = null
end

/// Gives the parameters their values, in order, and goes back to the beginning.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
/// count, _ := db.prepare("select count(*) from city where people > ?")
/// defer count.close()
/// count.bind(1_000_000)
/// count.step()
/// print("{}\n", count.integer(0))     // => 1
/// print("{}\n", count.bind())     // => the statement has 1 parameters, 0 are given
/// ```
bind :: (s: Pointer{Statement}, items: ..Any, location: Pointer{Source_Location} = #caller-location) -> Error
    if s.handle == null
        return complaint(MISUSE, "the statement is closed", location)
    end
    enter(s.home)
    sqlite3_reset(s.handle)
    leave()
    wanted := Int(sqlite3_bind_parameter_count(s.handle))
    if wanted != items.length
        b := Strings.builder(location = location)
        out := b.writer()
        print_to(&out, "the statement has {} parameters, {} are given", wanted, items.length)
        return Error.failed(Failure{RANGE, b.take()})
    end
    for item, i in items
        bind_item(s, i32(i + 1), item, location) or_return
    end
    return Error.ok
end

/// Gives each parameter `:name` the field of that name, and goes back to the beginning.
///
/// ```
/// City :: struct
///     name: String
///     people: Int
/// end
///
/// main :: ()
///     db, _ := Sqlite.open(":memory:")
///     defer db.close()
///     db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
///     add, _ := db.prepare("insert into city values (:name, :people)")
///     defer add.close()
///     city := City{"Vinh", 339_114}
///     add.bind_fields(&city)
///     add.step()
///     print("{}\n", db.value{Int}("select people from city where name = 'Vinh'") or_else 0)     // => 339114
/// end
/// ```
bind_fields :: {T}(s: Pointer{Statement}, x: Pointer{T}, location: Pointer{Source_Location} = #caller-location) -> Error where is_struct(T)
    if s.handle == null
        return complaint(MISUSE, "the statement is closed", location)
    end
    enter(s.home)
    sqlite3_reset(s.handle)
    leave()
    for i in 1..=sqlite3_bind_parameter_count(s.handle)
        name := parameter_name(s, i)
        is_known := false
        #for f in fields(T)
            if !is_known && #run Reflect.name_in("sql", f.name, f.tag) == name
                is_known = true
                bind_item(s, i, field(x@, f), location) or_return
            end
        #end
        if !is_known
            return Error.mismatch(Mismatch{Strings.copy(name, location = location), "no field has the name of this parameter"})
        end
    end
    return Error.ok
end

// Without the mark in front; nothing for `?`.
parameter_name :: (s: Pointer{Statement}, number: i32) -> String #private
    name := sqlite3_bind_parameter_name(s.handle, number)
    return ifx name == null => "" else => string_of(CString(name))[1..] end
end

bind_item :: (s: Pointer{Statement}, number: i32, item: Any, location: Pointer{Source_Location}) -> Error #private
    enter(s.home)
    code := bind_value(s.handle, number, item)
    leave()
    if code == UNKNOWN_TYPE
        return wrong_parameter(MISMATCH, number, "its type is none that a database has", location)
    end
    if code == TOO_LARGE
        return wrong_parameter(TOO_BIG, number, "the number does not fit 64 bits with a sign", location)
    end
    return ifx code == 0 => Error.ok else => failure(s.database, code, location) end
end

bind_value :: (handle: Pointer{Void}, number: i32, item: Any) -> i32 #private
    match item
    case Int n          => return sqlite3_bind_int64(handle, number, n)
    case i8 n           => return sqlite3_bind_int64(handle, number, Int(n))
    case i16 n          => return sqlite3_bind_int64(handle, number, Int(n))
    case i32 n          => return sqlite3_bind_int64(handle, number, Int(n))
    case u8 n           => return sqlite3_bind_int64(handle, number, Int(n))
    case u16 n          => return sqlite3_bind_int64(handle, number, Int(n))
    case u32 n          => return sqlite3_bind_int64(handle, number, Int(n))
    case u64 n
        if n > 0x7fff_ffff_ffff_ffff
            return TOO_LARGE
        end
        return sqlite3_bind_int64(handle, number, Int(n))
    case Bool b         => return sqlite3_bind_int64(handle, number, Int(b))
    case f64 x          => return sqlite3_bind_double(handle, number, x)
    case f32 x          => return sqlite3_bind_double(handle, number, f64(x))
    case String text    => return bind_text(handle, number, text)
    case Slice{u8} data => return bind_blob(handle, number, data)
    case Maybe{Int} m
        if n := m
            return sqlite3_bind_int64(handle, number, n)
        end
        return sqlite3_bind_null(handle, number)
    case Maybe{i32} m
        if n := m
            return sqlite3_bind_int64(handle, number, Int(n))
        end
        return sqlite3_bind_null(handle, number)
    case Maybe{Bool} m
        if b := m
            return sqlite3_bind_int64(handle, number, Int(b))
        end
        return sqlite3_bind_null(handle, number)
    case Maybe{f64} m
        if x := m
            return sqlite3_bind_double(handle, number, x)
        end
        return sqlite3_bind_null(handle, number)
    case Maybe{String} m
        if text := m
            return bind_text(handle, number, text)
        end
        return sqlite3_bind_null(handle, number)
    case Maybe{Slice{u8}} m
        if data := m
            return bind_blob(handle, number, data)
        end
        return sqlite3_bind_null(handle, number)
    else
        return bind_by_type(handle, number, item)
    end
end

// An Any as it lies in memory, what is no larger than a word.
Held :: struct #private
    type: Type
    word: u64
end

// A member of an enum goes by its name, flags by their number, a value of a distinct type as one of its base.
bind_by_type :: (handle: Pointer{Void}, number: i32, item: Any) -> i32 #private #no-inline
    held := bit_cast{Held}(item)
    info := type_info(held.type)
    if info.kind == .DISTINCT
        return bind_value(handle, number, bit_cast{Any}(Held{info.element, held.word}))
    end
    if info.kind != .ENUM
        return UNKNOWN_TYPE
    end
    unused := u64(64 - 8 * info.size)
    value := Int(held.word << unused) >> Int(unused)
    for member in info.members
        if (u64(member.value) ^ held.word) << unused == 0
            return bind_text(handle, number, member.name)
        end
    end
    return sqlite3_bind_int64(handle, number, value)
end

// SQLite makes a copy: a destructor of -1 asks for it. It takes null for SQL's null, so what is empty gets an address.
bind_text :: (handle: Pointer{Void}, number: i32, text: String) -> i32 #private
    return sqlite3_bind_text64(handle, number, ifx text.length == 0 => "".data else => text.data end, u64(text.length), -1, 1)
end

bind_blob :: (handle: Pointer{Void}, number: i32, data: Slice{u8}) -> i32 #private
    return sqlite3_bind_blob64(handle, number, ifx data.length == 0 => "".data else => data.data end, u64(data.length), -1)
end

/// The next row; false behind the last one.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
/// all, _ := db.prepare("select name from city order by people")
/// defer all.close()
/// while all.step() or_else false
///     print("{}\n", all.text(0))
/// end
/// // => Huế
/// // => Hà Nội
/// ```
step :: (s: Pointer{Statement}, location: Pointer{Source_Location} = #caller-location) -> (Bool, Error)
    enter(s.home)
    code := sqlite3_step(s.handle)
    leave()
    if code == ROW
        return true, Error.ok
    end
    if s.handle == null
        // its database may be gone: SQLite is not asked what it thinks of that
        return false, complaint(MISUSE, "the statement is closed", location)
    end
    return false, ifx code == i32(DONE) => Error.ok else => failure(s.database, code, location) end
end

/// Binds the items, runs the statement to its end, and makes it ready for the next run.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
/// add, _ := db.prepare("insert into city values (?, ?)")
/// defer add.close()
/// add.run("Vinh", 339_114)
/// add.run("Cần Thơ", 1_235_171)
/// print("{}\n", db.value{Int}("select count(*) from city") or_else 0)     // => 4
/// ```
run :: (s: Pointer{Statement}, items: ..Any, location: Pointer{Source_Location} = #caller-location) -> Error
    bind(s, ..items, location = location) or_return
    while true
        has_row, failed := step(s, location = location)
        if failed != Error.ok || !has_row
            enter(s.home)
            sqlite3_reset(s.handle)
            leave()
            return failed
        end
    end
end

// ---- Errors -----------------------------------------------------------------------------------------------------------------------

/// Frees the text of an error.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// error := db.execute("selec 1")
/// print("{}\n", error)     // => near "selec": syntax error
/// Sqlite.destroy(&error)
/// ```
destroy :: (error: Pointer{Error})
    match error@
    case .failed f   => delete(f.message)
    case .mismatch m => delete(m.column)
    else
    end
    error@ = .ok
end

/// Shows an error: what SQLite says, or the column and its problem.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
/// print("{}\n", db.execute("select * from town"))     // => no such table: town
/// _, wrong := db.value{Int}("select name from city")
/// print("{}\n", wrong)     // => column name: its value is of another type: text
/// ```
format :: (out: Pointer{Writer}, error: Pointer{Error}, _spec: Format_Spec)
    match error@
    case .ok       => write(out, "ok")
    case .failed f => write(out, f.message)
    case .mismatch m
        write(out, "column ")
        write(out, m.column)
        write(out, ": ")
        write(out, m.problem)
    end
end

failure :: (handle: Pointer{Void}, code: i32, location: Pointer{Source_Location}) -> Error #private
    return Error.failed(Failure{Int(code), Strings.copy(string_of(CString(sqlite3_errmsg(handle))), location = location)})
end

wrong_parameter :: (code: Int, number: i32, problem: String, location: Pointer{Source_Location}) -> Error #private
    b := Strings.builder(location = location)
    out := b.writer()
    print_to(&out, "parameter {}: {}", Int(number), problem)
    return Error.failed(Failure{code, b.take()})
end

complaint :: (code: Int, message: String, location: Pointer{Source_Location}) -> Error #private => Error.failed(Failure{code, Strings.copy(message, location = location)})

// ---- SQLite --------------------------------------------------------------------------------------------------------------------------

ROW: i32 : 100 #private
DONE :: 101 #private
TOO_BIG :: 18 #private
MISMATCH :: 20 #private
MISUSE :: 21 #private
RANGE :: 25 #private

// Results of `bind_value` that SQLite does not have.
UNKNOWN_TYPE: i32 : -1 #private
TOO_LARGE: i32 : -2 #private

sqlite3_bind_blob64 :: (statement: Pointer{Void}, number: i32, data: Pointer{u8}, length: u64, destructor: Int) -> i32 #foreign #private
sqlite3_bind_double :: (statement: Pointer{Void}, number: i32, x: f64) -> i32 #foreign #private
sqlite3_bind_int64 :: (statement: Pointer{Void}, number: i32, x: Int) -> i32 #foreign #private
sqlite3_bind_null :: (statement: Pointer{Void}, number: i32) -> i32 #foreign #private
sqlite3_bind_parameter_count :: (statement: Pointer{Void}) -> i32 #foreign #private
sqlite3_bind_parameter_name :: (statement: Pointer{Void}, number: i32) -> Pointer{u8} #foreign #private
sqlite3_bind_text64 :: (statement: Pointer{Void}, number: i32, text: Pointer{u8}, length: u64, destructor: Int, encoding: u8) -> i32 #foreign #private
sqlite3_busy_timeout :: (db: Pointer{Void}, milliseconds: i32) -> i32 #foreign #private
sqlite3_changes64 :: (db: Pointer{Void}) -> Int #foreign #private
sqlite3_close_v2 :: (db: Pointer{Void}) -> i32 #foreign #private
sqlite3_errmsg :: (db: Pointer{Void}) -> Pointer{u8} #foreign #private
sqlite3_exec :: (db: Pointer{Void}, sql: Pointer{u8}, callback: Pointer{Void}, data: Pointer{Void}, message: Pointer{Void}) -> i32 #foreign #private
sqlite3_extended_result_codes :: (db: Pointer{Void}, on: i32) -> i32 #foreign #private
sqlite3_finalize :: (statement: Pointer{Void}) -> i32 #foreign #private
sqlite3_last_insert_rowid :: (db: Pointer{Void}) -> Int #foreign #private
sqlite3_open_v2 :: (path: Pointer{u8}, out: Pointer{Pointer{Void}}, flags: i32, system: Pointer{u8}) -> i32 #foreign #private
sqlite3_prepare_v2 :: (db: Pointer{Void}, sql: Pointer{u8}, length: i32, out: Pointer{Pointer{Void}}, rest: Pointer{Pointer{u8}}) -> i32 #foreign #private
sqlite3_reset :: (statement: Pointer{Void}) -> i32 #foreign #private
sqlite3_step :: (statement: Pointer{Void}) -> i32 #foreign #private
