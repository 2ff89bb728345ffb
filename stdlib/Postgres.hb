//! PostgreSQL: a database behind a socket.
//!
//! ```hubbub needs DATABASE_URL
//! Env :: #import "Env"
//!
//! City :: struct
//!     name: String
//!     people: Int
//! end
//!
//! show_cities :: () -> Postgres.Error
//!     db := Postgres.open(Env.get("DATABASE_URL") or_else "host=/run/postgresql user=me dbname=map") or_return
//!     defer db.close()
//!     db.execute_all("create temporary table city (name text primary key, people bigint not null)") or_return
//!     db.execute("insert into city values ($1, $2), ($3, $4)", "Hà Nội", 8_435_700, "Huế", 652_600) or_return
//!     cities := db.rows{City}("select name, people from city where people > $1", 1_000_000) or_return
//!     defer Postgres.destroy_rows(&cities)
//!     print("{}\n", cities)
//!     return .ok
//! end
//!
//! main :: ()
//!     print("{}\n", show_cities())
//! end
//! // => [City{name = "Hà Nội", people = 8435700}]
//! // => ok
//! ```
//!
//! Parameters `$1`, `$2` … take the items in their order: numbers, strings, booleans, bytes (`Slice{u8}`), and `Maybe` of these; the server makes them what it wants at
//! their places, so a date or a number with a fraction is a text. Rows become structs, a column to the field of its name; a column that has none is an error, and so is a
//! value of another type. Numbers, booleans and bytes are read as such; texts, `numeric`, dates and times, `uuid`, `json` and a type's own names as texts or, names,
//! as enums; of any other type the query makes a text, `x::text`. What the server objects to comes with its SQLSTATE. Texts are copied into memory of the current allocator; what the client itself needs is Rust's.
//!
//! A connection is not encrypted. Programs that import this are built with `--runtime std`, for the client (the crate postgres) stands on Rust's std, and it cannot run in the compiler.

#if Build.RUNTIME != "std"
    #assert(false, "module Postgres needs `--runtime std`: its client, the crate postgres, stands on Rust's std, with threads and sockets that the runtime nostd does not have")
#end

#import "List"
Reflect :: #import "Reflect"
Strings :: #import "Strings"

/// A connection to a server.
Database :: struct
    handle: Pointer{Void}
end

/// A statement that the server has read and planned; its parameters may change from run to run.
Statement :: struct
    handle: Pointer{Void}
    database: Pointer{Void}
end

/// What went wrong. `release_error` frees it.
Error :: union #error
    ok
    failed: Failure                     // the server or the connection says so
    mismatch: Mismatch                  // a row does not fit its struct
end

Failure :: struct
    code: String                        // the five characters of SQLSTATE, `23505`; empty where it is not the server's word
    message: String
    detail: String                      // what else the server says
end

Mismatch :: struct
    column: String
    problem: String
end

/// Connects to a server: `host=/run/postgresql user=me dbname=shop`, or `postgres://me:word@localhost/shop`.
/// ```hubbub needs DATABASE_URL
/// Env :: #import "Env"
///
/// db, error := Postgres.open(Env.get("DATABASE_URL") or_else "host=localhost user=me password=word dbname=shop")
/// error                          // => ok
/// db.close()
/// _, nowhere := Postgres.open("host=/nowhere user=me")
/// print("{}\n", nowhere)         // => error connecting to server: No such file or directory (os error 2)
/// Postgres.release_error(&nowhere)
/// ```
open :: (parameters: String) -> (Database, Error)
    db: Database
    failed := hb_postgres_open(parameters.data, parameters.length, &db.handle)
    return db, taken(failed)
end

/// Ends the connection; an open transaction is forgotten. Statements are closed before.
/// ```hubbub needs DATABASE_URL
/// Env :: #import "Env"
///
/// db, error := Postgres.open(Env.get("DATABASE_URL") or_else "host=localhost dbname=shop")
/// if error == .ok
///     db.close()
/// end
/// ```
close :: (db: Pointer{Database})
    if db.handle != null
        hb_postgres_close(db.handle)
    end
    db.handle = null
end

/// Runs a statement and says how many rows it has changed; rows that it gives are not looked at.
/// ```hubbub needs DATABASE_URL
/// Env :: #import "Env"
///
/// db, _ := Postgres.open(Env.get("DATABASE_URL") or_else "host=localhost dbname=shop")
/// defer db.close()
///
/// _ = db.execute_all("create temporary table city (name text, people int)")
/// db.execute("insert into city values ($1, $2)", "Huế", 652_600) or_else -1      // => 1
/// db.execute("update city set people = people + 1 where name = $1", "Huế") or_else -1    // => 1
/// ```
execute :: (db: Pointer{Database}, sql: String, items: ..Any) -> (Int, Error)
    statement, error := prepare(db, sql)
    if error != Error.ok
        return 0, error
    end
    defer close(&statement)
    changed, failed := execute(&statement, ..items)
    return changed, failed
end

/// Runs several statements, one behind the other, without parameters. Where one fails, none has happened, unless they say otherwise themselves.
/// ```hubbub needs DATABASE_URL
/// Env :: #import "Env"
///
/// db, _ := Postgres.open(Env.get("DATABASE_URL") or_else "host=localhost dbname=shop")
/// defer db.close()
///
/// db.execute_all("create temporary table a (n int); insert into a values (1)")   // => ok
/// error := db.execute_all("insert into a values (2); select nothing")
/// print("{}\n", error)           // => 42703: column "nothing" does not exist
/// Postgres.release_error(&error)
/// ```
execute_all :: (db: Pointer{Database}, sql: String) -> Error
    if db.handle == null
        return complaint("the database is not open")
    end
    return taken(hb_postgres_run(db.handle, sql.data, sql.length))
end

/// All rows of a query, each in a struct. `destroy_rows` frees their texts with them.
/// ```hubbub needs DATABASE_URL
/// Env :: #import "Env"
///
/// Square :: struct
///     n, square: Int
/// end
///
/// db, _ := Postgres.open(Env.get("DATABASE_URL") or_else "host=localhost dbname=shop")
/// defer db.close()
///
/// squares, error := db.rows{Square}("select n, n * n as square from generate_series(1, $1) n", 3)
/// defer Postgres.destroy_rows(&squares)
/// for s in squares
///     print("{} ", s.square)
/// end
/// print("{}\n", error)           // => 1 4 9 ok
/// ```
rows :: {T}(db: Pointer{Database}, sql: String, items: ..Any) -> (List{T}, Error)
    statement, error := prepare(db, sql)
    if error != Error.ok
        return list{T}(), error
    end
    defer close(&statement)
    found, failed := rows{T}(&statement, ..items)
    return found, failed
end

/// Frees what `rows` gave.
/// ```hubbub needs DATABASE_URL
/// Env :: #import "Env"
///
/// Name :: struct
///     name: String
/// end
///
/// db, _ := Postgres.open(Env.get("DATABASE_URL") or_else "host=localhost dbname=shop")
/// defer db.close()
///
/// names, _ := db.rows{Name}("select 'Huế' as name")
/// print("{}\n", names[0].name)   // => Huế
/// Postgres.destroy_rows(&names)
/// ```
destroy_rows :: {T}(rows: Pointer{List{T}})
    Reflect.release_value(rows)
end

/// Starts a transaction; `commit` makes what follows last, `rollback` forgets it. Behind a statement that fails, there is only `rollback`.
/// ```hubbub needs DATABASE_URL
/// Env :: #import "Env"
///
/// db, _ := Postgres.open(Env.get("DATABASE_URL") or_else "host=localhost dbname=shop")
/// defer db.close()
///
/// _ = db.execute_all("create temporary table account (id int, cents int); insert into account values (1, 500), (2, 0)")
/// _ = db.begin()
/// moved := db.execute("update account set cents = cents - 100 where id = 1") or_else 0
/// moved += db.execute("update account set cents = cents + 100 where id = 2") or_else 0
/// ended := ifx moved == 2 => db.commit() else => db.rollback() end
/// ended                          // => ok
/// ```
begin :: (db: Pointer{Database}) -> Error => execute_all(db, "begin")

/// Ends a transaction so that what it did lasts, and others see it.
/// ```hubbub needs DATABASE_URL
/// Env :: #import "Env"
///
/// db, _ := Postgres.open(Env.get("DATABASE_URL") or_else "host=localhost dbname=shop")
/// defer db.close()
///
/// _ = db.execute_all("create temporary table a (n int)")
/// _ = db.begin()
/// db.execute("insert into a values (1)") or_else -1      // => 1
/// db.commit()                    // => ok
/// ```
commit :: (db: Pointer{Database}) -> Error => execute_all(db, "commit")

/// Ends a transaction and forgets what it did.
/// ```hubbub needs DATABASE_URL
/// Env :: #import "Env"
///
/// db, _ := Postgres.open(Env.get("DATABASE_URL") or_else "host=localhost dbname=shop")
/// defer db.close()
///
/// _ = db.execute_all("create temporary table a (n int); insert into a values (1)")
/// _ = db.begin()
/// db.execute("delete from a") or_else -1                 // => 1
/// db.rollback()                  // => ok
/// db.execute("delete from a") or_else -1                 // => 1
/// ```
rollback :: (db: Pointer{Database}) -> Error => execute_all(db, "rollback")

/// Frees the texts of an error.
/// ```hubbub needs DATABASE_URL
/// Env :: #import "Env"
///
/// db, _ := Postgres.open(Env.get("DATABASE_URL") or_else "host=localhost dbname=shop")
/// defer db.close()
///
/// error := db.execute_all("select 1 / 0")
/// print("{}\n", error)           // => 22012: division by zero
/// Postgres.release_error(&error)
/// ```
release_error :: (error: Pointer{Error})
    Reflect.release_value(error)
end

// ---- Statements -----------------------------------------------------------------------------------------------------------------

/// Has the server read and plan a statement. `close` frees it.
/// ```hubbub needs DATABASE_URL
/// Env :: #import "Env"
///
/// db, _ := Postgres.open(Env.get("DATABASE_URL") or_else "host=localhost dbname=shop")
/// defer db.close()
///
/// _ = db.execute_all("create temporary table city (name text, people int)")
/// add, error := db.prepare("insert into city values ($1, $2)")
/// defer add.close()
/// error                          // => ok
/// for name, i in Array{String, 2}{"Huế", "Hội An"}
///     added, _ := add.execute(name, 100 * i)
///     print("{} ", added)
/// end
/// print("\n")                    // => 1 1
/// ```
prepare :: (db: Pointer{Database}, sql: String) -> (Statement, Error)
    statement := Statement{database = db.handle}
    if db.handle == null
        return statement, complaint("the database is not open")
    end
    failed := hb_postgres_prepare(db.handle, sql.data, sql.length, &statement.handle)
    return statement, taken(failed)
end

close :: (s: Pointer{Statement})
    if s.handle != null
        hb_postgres_close_statement(s.handle)
    end
    s.handle = null
end

/// Runs it with these parameters and says how many rows it has changed.
execute :: (s: Pointer{Statement}, items: ..Any) -> (Int, Error)
    given, problem := parameters(s, items)
    defer release_parameters(given)
    if problem != Error.ok
        return 0, problem
    end
    changed: u64
    failed := hb_postgres_execute(s.database, s.handle, given.data, given.length, &changed)
    return Int(changed), taken(failed)
end

/// Runs it with these parameters and gives all rows, each in a struct. `destroy_rows` frees their texts with them.
rows :: {T}(s: Pointer{Statement}, items: ..Any) -> (List{T}, Error)
    result := list{T}()
    given, problem := parameters(s, items)
    defer release_parameters(given)
    if problem != Error.ok
        return result, problem
    end
    found: Pointer{Void}
    error := taken(hb_postgres_query(s.database, s.handle, given.data, given.length, &found))
    if error != Error.ok
        return result, error
    end
    defer hb_postgres_free_rows(found)
    for row in 0..<hb_postgres_row_count(found)
        result.append(T{})
        error = read_row(found, row, &result.data[result.length - 1])
        if error != Error.ok
            destroy_rows(&result)
            break
        end
    end
    return result, error
end

// ---- Parameters -----------------------------------------------------------------------------------------------------------------

// As in the runtime's module `parameter`.
Parameter :: struct #private
    kind: i32
    bits: Int
    text: String
end

NULL: i32 : 0 #private
INTEGER: i32 : 1 #private
FLOAT: i32 : 2 #private
BOOLEAN: i32 : 3 #private
TEXT: i32 : 4 #private
BYTES: i32 : 5 #private

parameters :: (s: Pointer{Statement}, items: Slice{Any}) -> (Slice{Parameter}, Error) #private
    if s.handle == null
        return {}, complaint("the statement has not been prepared")
    end
    given := make_slice{Parameter}(items.length)
    for item, i in items
        given[i] = parameter(item)
    end
    wanted := hb_postgres_parameter_count(s.handle)
    if wanted != items.length
        message := format("the statement has {} parameters, {} are given", wanted, items.length)
        return given, Error.failed(Failure{"", message, ""})
    end
    return given, Error.ok
end

release_parameters :: (given: Slice{Parameter}) #private
    delete(given)
end

parameter :: (item: Any) -> Parameter #private
    match item
    case Int n           => return Parameter{INTEGER, n, ""}
    case i32 n           => return Parameter{INTEGER, Int(n), ""}
    case i16 n           => return Parameter{INTEGER, Int(n), ""}
    case u8 n            => return Parameter{INTEGER, Int(n), ""}
    case u16 n           => return Parameter{INTEGER, Int(n), ""}
    case u32 n           => return Parameter{INTEGER, Int(n), ""}
    case Bool b          => return Parameter{BOOLEAN, Int(b), ""}
    case f64 x           => return Parameter{FLOAT, bit_cast{Int}(x), ""}
    case f32 x           => return Parameter{FLOAT, bit_cast{Int}(f64(x)), ""}
    case String text     => return Parameter{TEXT, 0, text}
    case Slice{u8} bytes => return Parameter{BYTES, 0, String{data = bytes.data, length = bytes.length}}
    case Maybe{Int} m
        if n := m
            return Parameter{INTEGER, n, ""}
        end
    case Maybe{Bool} m
        if b := m
            return Parameter{BOOLEAN, Int(b), ""}
        end
    case Maybe{f64} m
        if x := m
            return Parameter{FLOAT, bit_cast{Int}(x), ""}
        end
    case Maybe{String} m
        if text := m
            return Parameter{TEXT, 0, text}
        end
    else
        panic_text("a parameter of a statement is a number, a string, a boolean, bytes, or Maybe of these")
    end
    return Parameter{}
end

// ---- Rows -------------------------------------------------------------------------------------------------------------------------

// A value as the runtime gives it; 6 is a type that it does not read.
Shown :: struct #private
    kind: i32
    bits: Int
    text: String
end

read_row :: {T}(found: Pointer{Void}, row: Int, x: Pointer{T}) -> Error #private
    for column in 0..<hb_postgres_column_count(found)
        name: String
        hb_postgres_column_name(found, column, &name)
        shown: Shown
        hb_postgres_value(found, row, column, &shown)
        is_known, ok, is_number := false, true, false
        #for f in fields(T)
            if !is_known && Reflect.name_in("sql", f.name, f.tag) == name
                is_known = true
                is_number = is_integer(f.type)
                ok = read(&shown, &field(x@, f))
            end
        #end
        if !is_known || !ok
            problem := ifx !is_known => "no field has its name" else => why(&shown, is_number) end
            return Error.mismatch(Mismatch{Strings.copy(name), Strings.copy(problem)})
        end
    end
    return Error.ok
end

why :: (shown: Pointer{Shown}, is_number: Bool) -> String #private
    if shown.kind == NULL
        return "it is null, and its field is no Maybe"
    end
    if is_number && shown.kind == INTEGER
        return "its value does not fit"
    end
    return ifx shown.kind > BYTES => "its type is not read: make a text of it, `::text`" else => "its value is of another type" end
end

read :: {T}(shown: Pointer{Shown}, x: Pointer{T}) -> Bool where is_string(T) #private
    if shown.kind == TEXT && shown.text.length > 0
        x@ = T(Strings.copy(shown.text))
    else
        x@ = T("")
    end
    return shown.kind == TEXT
end

read :: {T}(shown: Pointer{Shown}, x: Pointer{T}) -> Bool where is_bool(T) #private
    x@ = T(shown.bits != 0)
    return shown.kind == BOOLEAN
end

read :: {T}(shown: Pointer{Shown}, x: Pointer{T}) -> Bool where is_integer(T) #private
    x@ = T(shown.bits)
    return shown.kind == INTEGER && i128(x@) == i128(shown.bits)
end

read :: {T}(shown: Pointer{Shown}, x: Pointer{T}) -> Bool where is_float(T) #private
    x@ = ifx shown.kind == FLOAT => T(bit_cast{f64}(shown.bits)) else => T(shown.bits) end
    return shown.kind == FLOAT || shown.kind == INTEGER
end

read :: {T}(shown: Pointer{Shown}, x: Pointer{T}) -> Bool where is_enum(T) #private
    if shown.kind != TEXT
        return false
    end
    member, ok := Reflect.key_of{T}(shown.text)
    x@ = member
    return ok
end

read :: (shown: Pointer{Shown}, x: Pointer{Slice{u8}}) -> Bool #private
    if shown.kind == BYTES && shown.text.length > 0
        x@ = make_slice{u8}(shown.text.length)
        memory_copy(x.data, shown.text.data, shown.text.length)
    end
    return shown.kind == BYTES
end

read :: {T}(shown: Pointer{Shown}, x: Pointer{Maybe{T}}) -> Bool #private
    x@ = none
    if shown.kind == NULL
        return true
    end
    value: T
    ok := read(shown, &value)
    x@ = some(value)
    return ok
end

// ---- Errors -----------------------------------------------------------------------------------------------------------------------

// A failure of the runtime's as an error, in memory of the current allocator; null is none.
taken :: (failure: Pointer{Void}) -> Error #private
    if failure == null
        return Error.ok
    end
    texts: Array{String, 3}
    hb_postgres_failure(failure, &texts)
    result := Failure{own(texts[0]), own(texts[1]), own(texts[2])}
    hb_postgres_free_failure(failure)
    return Error.failed(result)
end

// An error of this side.
complaint :: (message: String) -> Error #private => Error.failed(Failure{"", Strings.copy(message), ""})

own :: (text: String) -> String #private => ifx text.length == 0 => "" else => Strings.copy(text) end

/// How `print` shows an error: SQLSTATE, message, what else the server says.
/// ```hubbub needs DATABASE_URL
/// Env :: #import "Env"
///
/// db, _ := Postgres.open(Env.get("DATABASE_URL") or_else "host=localhost dbname=shop")
/// defer db.close()
///
/// error := db.execute_all("selec 1")
/// print("{}\n", error)           // => 42601: syntax error at or near "selec"
/// Postgres.release_error(&error)
/// ```
format :: (out: Pointer{Writer}, error: Pointer{Error}, _spec: Format_Spec)
    match error@
    case .ok => write(out, "ok")
    case .failed f
        if f.code.length > 0
            write(out, f.code)
            write(out, ": ")
        end
        write(out, f.message)
        if f.detail.length > 0
            write(out, " (")
            write(out, f.detail)
            write(out, ")")
        end
    case .mismatch m
        write(out, "column ")
        write(out, m.column)
        write(out, ": ")
        write(out, m.problem)
    end
end

// ---- The client -------------------------------------------------------------------------------------------------------------------

hb_postgres_open :: (parameters: Pointer{u8}, length: Int, out: Pointer{Pointer{Void}}) -> Pointer{Void} #foreign #private
hb_postgres_close :: (client: Pointer{Void}) #foreign #private
hb_postgres_run :: (client: Pointer{Void}, sql: Pointer{u8}, length: Int) -> Pointer{Void} #foreign #private
hb_postgres_prepare :: (client: Pointer{Void}, sql: Pointer{u8}, length: Int, out: Pointer{Pointer{Void}}) -> Pointer{Void} #foreign #private
hb_postgres_close_statement :: (statement: Pointer{Void}) #foreign #private
hb_postgres_parameter_count :: (statement: Pointer{Void}) -> Int #foreign #private
hb_postgres_execute :: (client: Pointer{Void}, statement: Pointer{Void}, given: Pointer{Parameter}, count: Int, changed: Pointer{u64}) -> Pointer{Void} #foreign #private
hb_postgres_query :: (client: Pointer{Void}, statement: Pointer{Void}, given: Pointer{Parameter}, count: Int, out: Pointer{Pointer{Void}}) -> Pointer{Void} #foreign #private
hb_postgres_free_rows :: (rows: Pointer{Void}) #foreign #private
hb_postgres_row_count :: (rows: Pointer{Void}) -> Int #foreign #private
hb_postgres_column_count :: (rows: Pointer{Void}) -> Int #foreign #private
hb_postgres_column_name :: (rows: Pointer{Void}, column: Int, out: Pointer{String}) #foreign #private
hb_postgres_value :: (rows: Pointer{Void}, row: Int, column: Int, out: Pointer{Shown}) #foreign #private
hb_postgres_failure :: (failure: Pointer{Void}, out: Pointer{Array{String, 3}}) #foreign #private
hb_postgres_free_failure :: (failure: Pointer{Void}) #foreign #private
