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
//! as enums; of any other type the query makes a text, `x::text`. What the server objects to comes with its SQLSTATE. Texts are copied into memory of the current allocator; what the client itself needs comes from the allocator that was current when the connection was opened, and is
//! back there when connection and statements are closed.
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
    connection: Pointer{Connection}
end

/// A statement that the server has read and planned; its parameters may change from run to run.
Statement :: struct
    handle: Pointer{Void}
    connection: Pointer{Connection}
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
open :: (parameters: String, location: Pointer{Source_Location} = #caller-location) -> (Database, Error)
    c := new{Connection}(location = location)
    c@ = Connection{give = give_memory, users = 1, allocator = context.allocator, allocator_data = context.allocator_data}
    ask(c, location)
    error := taken(c, hb_postgres_open(c, parameters.data, parameters.length, &c.client), location)
    if error != Error.ok
        drop_user(c)
        return Database{}, error
    end
    return Database{c}, error
end

/// Ends the connection; an open transaction is forgotten. Its statements can only be closed then.
/// ```hubbub needs DATABASE_URL
/// Env :: #import "Env"
///
/// db, error := Postgres.open(Env.get("DATABASE_URL") or_else "host=localhost dbname=shop")
/// if error == .ok
///     db.close()
/// end
/// ```
close :: (db: Pointer{Database}, location: Pointer{Source_Location} = #caller-location)
    c := db.connection
    if c != null
        ask(c, location)
        hb_postgres_close(c, c.client)
        c.client = null
        drop_user(c)
    end
    db.connection = null
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
execute :: (db: Pointer{Database}, sql: String, items: ..Any, location: Pointer{Source_Location} = #caller-location) -> (Int, Error)
    statement, error := prepare(db, sql, location = location)
    if error != Error.ok
        return 0, error
    end
    defer close(&statement, location = location)
    changed, failed := execute(&statement, ..items, location = location)
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
execute_all :: (db: Pointer{Database}, sql: String, location: Pointer{Source_Location} = #caller-location) -> Error
    c := db.connection
    if !is_open(c)
        return complaint(NOT_OPEN, location)
    end
    ask(c, location)
    return taken(c, hb_postgres_run(c, c.client, sql.data, sql.length), location)
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
rows :: {T}(db: Pointer{Database}, sql: String, items: ..Any, location: Pointer{Source_Location} = #caller-location) -> (List{T}, Error)
    statement, error := prepare(db, sql, location = location)
    if error != Error.ok
        return list{T}(location = location), error
    end
    defer close(&statement, location = location)
    found, failed := rows{T}(&statement, ..items, location = location)
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
begin :: (db: Pointer{Database}, location: Pointer{Source_Location} = #caller-location) -> Error => execute_all(db, "begin", location = location)

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
commit :: (db: Pointer{Database}, location: Pointer{Source_Location} = #caller-location) -> Error => execute_all(db, "commit", location = location)

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
rollback :: (db: Pointer{Database}, location: Pointer{Source_Location} = #caller-location) -> Error => execute_all(db, "rollback", location = location)

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
prepare :: (db: Pointer{Database}, sql: String, location: Pointer{Source_Location} = #caller-location) -> (Statement, Error)
    c := db.connection
    if !is_open(c)
        return Statement{}, complaint(NOT_OPEN, location)
    end
    statement := Statement{connection = c}
    ask(c, location)
    error := taken(c, hb_postgres_prepare(c, c.client, sql.data, sql.length, &statement.handle), location)
    if error == .ok
        c.users += 1
    end
    return statement, error
end

/// Frees a statement, before or behind the end of its connection.
close :: (s: Pointer{Statement}, location: Pointer{Source_Location} = #caller-location)
    if s.handle != null
        ask(s.connection, location)
        hb_postgres_close_statement(s.connection, s.handle)
        drop_user(s.connection)
    end
    s.handle = null
end

/// Runs it with these parameters and says how many rows it has changed.
execute :: (s: Pointer{Statement}, items: ..Any, location: Pointer{Source_Location} = #caller-location) -> (Int, Error)
    given, problem := parameters(s, items, location)
    defer release_parameters(given)
    if problem != Error.ok
        return 0, problem
    end
    c := s.connection
    changed: u64
    ask(c, location)
    error := taken(c, hb_postgres_execute(c, c.client, s.handle, given.data, given.length, &changed), location)
    return Int(changed), error
end

/// Runs it with these parameters and gives all rows, each in a struct. `destroy_rows` frees their texts with them.
rows :: {T}(s: Pointer{Statement}, items: ..Any, location: Pointer{Source_Location} = #caller-location) -> (List{T}, Error)
    result := list{T}(location = location)
    given, problem := parameters(s, items, location)
    defer release_parameters(given)
    if problem != Error.ok
        return result, problem
    end
    c := s.connection
    found: Pointer{Void}
    ask(c, location)
    error := taken(c, hb_postgres_query(c, c.client, s.handle, given.data, given.length, &found), location)
    if error != Error.ok
        return result, error
    end
    defer hb_postgres_free_rows(c, found)
    for row in 0..<hb_postgres_row_count(found)
        result.append(T{}, location = location)
        error = read_row(found, row, &result.data[result.length - 1], location)
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

parameters :: (s: Pointer{Statement}, items: Slice{Any}, location: Pointer{Source_Location}) -> (Slice{Parameter}, Error) #private
    if s.handle == null
        return {}, complaint("the statement has not been prepared", location)
    end
    if !is_open(s.connection)
        return {}, complaint(NOT_OPEN, location)
    end
    given := make_slice{Parameter}(items.length, location = location)
    for item, i in items
        given[i] = parameter(item)
    end
    wanted := hb_postgres_parameter_count(s.handle)
    if wanted != items.length
        message := Strings.builder(location = location)
        out := message.writer()
        print_to(&out, "the statement has {} parameters, {} are given", wanted, items.length)
        return given, Error.failed(Failure{"", message.take(), ""})
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

read_row :: {T}(found: Pointer{Void}, row: Int, x: Pointer{T}, location: Pointer{Source_Location}) -> Error #private
    for column in 0..<hb_postgres_column_count(found)
        name: String
        hb_postgres_column_name(found, column, &name)
        shown: Shown
        hb_postgres_value(found, row, column, &shown)
        is_known, ok, is_number := false, true, false
        #for f in fields(T)
            if !is_known && #run Reflect.name_in("sql", f.name, f.tag) == name
                is_known = true
                is_number = is_integer(f.type)
                ok = read(&shown, &field(x@, f), location)
            end
        #end
        if !is_known || !ok
            problem := ifx !is_known => "no field has its name" else => why(&shown, is_number) end
            return Error.mismatch(Mismatch{own(name, location), own(problem, location)})
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

read :: {T}(shown: Pointer{Shown}, x: Pointer{T}, location: Pointer{Source_Location}) -> Bool where is_string(T) #private
    x@ = T(ifx shown.kind == TEXT => own(shown.text, location) else => "" end)
    return shown.kind == TEXT
end

read :: {T}(shown: Pointer{Shown}, x: Pointer{T}, location: Pointer{Source_Location}) -> Bool where is_bool(T) #private
    x@ = T(shown.bits != 0)
    return shown.kind == BOOLEAN
end

read :: {T}(shown: Pointer{Shown}, x: Pointer{T}, location: Pointer{Source_Location}) -> Bool where is_integer(T) #private
    x@ = T(shown.bits)
    return shown.kind == INTEGER && i128(x@) == i128(shown.bits)
end

read :: {T}(shown: Pointer{Shown}, x: Pointer{T}, location: Pointer{Source_Location}) -> Bool where is_float(T) #private
    x@ = ifx shown.kind == FLOAT => T(bit_cast{f64}(shown.bits)) else => T(shown.bits) end
    return shown.kind == FLOAT || shown.kind == INTEGER
end

read :: {T}(shown: Pointer{Shown}, x: Pointer{T}, location: Pointer{Source_Location}) -> Bool where is_enum(T) #private
    if shown.kind != TEXT
        return false
    end
    member, ok := Reflect.key_of{T}(shown.text)
    x@ = member
    return ok
end

read :: (shown: Pointer{Shown}, x: Pointer{Slice{u8}}, location: Pointer{Source_Location}) -> Bool #private
    if shown.kind == BYTES && shown.text.length > 0
        x@ = make_slice{u8}(shown.text.length, location = location)
        memory_copy(x.data, shown.text.data, shown.text.length)
    end
    return shown.kind == BYTES
end

read :: {T}(shown: Pointer{Shown}, x: Pointer{Maybe{T}}, location: Pointer{Source_Location}) -> Bool #private
    x@ = none
    if shown.kind == NULL
        return true
    end
    value: T
    ok := read(shown, &value, location)
    x@ = some(value)
    return ok
end

// ---- Errors -----------------------------------------------------------------------------------------------------------------------

// A failure of the runtime's as an error, in memory of the current allocator; null is none.
taken :: (c: Pointer{Connection}, failure: Pointer{Void}, location: Pointer{Source_Location}) -> Error #private
    if failure == null
        return Error.ok
    end
    texts: Array{String, 3}
    hb_postgres_failure(failure, &texts)
    result := Failure{own(texts[0], location), own(texts[1], location), own(texts[2], location)}
    hb_postgres_free_failure(c, failure)
    return Error.failed(result)
end

NOT_OPEN :: "the database is not open" #private

// An error of this side.
complaint :: (message: String, location: Pointer{Source_Location}) -> Error #private => Error.failed(Failure{"", own(message, location), ""})

own :: (text: String, location: Pointer{Source_Location}) -> String #private
    return ifx text.length == 0 => "" else => Strings.concat(text, "", location = location) end
end

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

// A connection and whose its memory is: the client asks for memory without saying for whom, so each call of it gets this first.
Connection :: struct #private
    give: Give_Memory                   // the runtime knows this one
    client: Pointer{Void}               // null where the connection has ended
    users: Int                          // the database and its statements
    allocator: Allocator
    allocator_data: Pointer{Void}
    asking: Context                     // of the call that is under way, and its place
    asked_at: Pointer{Source_Location}
end

Give_Memory :: #type #c-call (c: Pointer{Connection}, size: Int, alignment: Int, old: Pointer{Void}, old_size: Int) -> Pointer{Void} #private

is_open :: (c: Pointer{Connection}) -> Bool #private => c != null && c.client != null

// Says who calls the client next.
ask :: (c: Pointer{Connection}, location: Pointer{Source_Location}) #private
    c.asking = context
    c.asked_at = location
end

// The last one frees the connection.
drop_user :: (c: Pointer{Connection}) #private
    c.users -= 1
    if c.users == 0
        _ = c.allocator(.FREE, 0, align_of(Connection), c.allocator_data, size_of(Connection), c, 0)
    end
end

// Gives, changes (`old` is not null) or takes back memory (`size` is 0).
give_memory :: #c-call (c: Pointer{Connection}, size: Int, alignment: Int, old: Pointer{Void}, old_size: Int) -> Pointer{Void} #private
    mode: AllocatorMode = ifx size == 0 => .FREE else => ifx old == null => .ALLOCATE else => .RESIZE end end
    with c.asking
        memory := c.allocator(mode, size, alignment, c.allocator_data, old_size, old, bit_cast{Int}(c.asked_at))
        if memory == null
            out_of_memory(size, "the client of Postgres", location = c.asked_at)
        end
        return memory
    end
end

hb_postgres_open :: (c: Pointer{Connection}, parameters: Pointer{u8}, length: Int, out: Pointer{Pointer{Void}}) -> Pointer{Void} #foreign #private
hb_postgres_close :: (c: Pointer{Connection}, client: Pointer{Void}) #foreign #private
hb_postgres_run :: (c: Pointer{Connection}, client: Pointer{Void}, sql: Pointer{u8}, length: Int) -> Pointer{Void} #foreign #private
hb_postgres_prepare :: (c: Pointer{Connection}, client: Pointer{Void}, sql: Pointer{u8}, length: Int, out: Pointer{Pointer{Void}}) -> Pointer{Void} #foreign #private
hb_postgres_close_statement :: (c: Pointer{Connection}, statement: Pointer{Void}) #foreign #private
hb_postgres_parameter_count :: (statement: Pointer{Void}) -> Int #foreign #private
hb_postgres_execute :: (c: Pointer{Connection}, client: Pointer{Void}, statement: Pointer{Void}, given: Pointer{Parameter}, count: Int, changed: Pointer{u64}) -> Pointer{Void} #foreign #private
hb_postgres_query :: (c: Pointer{Connection}, client: Pointer{Void}, statement: Pointer{Void}, given: Pointer{Parameter}, count: Int, out: Pointer{Pointer{Void}}) -> Pointer{Void} #foreign #private
hb_postgres_free_rows :: (c: Pointer{Connection}, rows: Pointer{Void}) #foreign #private
hb_postgres_row_count :: (rows: Pointer{Void}) -> Int #foreign #private
hb_postgres_column_count :: (rows: Pointer{Void}) -> Int #foreign #private
hb_postgres_column_name :: (rows: Pointer{Void}, column: Int, out: Pointer{String}) #foreign #private
hb_postgres_value :: (rows: Pointer{Void}, row: Int, column: Int, out: Pointer{Shown}) #foreign #private
hb_postgres_failure :: (failure: Pointer{Void}, out: Pointer{Array{String, 3}}) #foreign #private
hb_postgres_free_failure :: (c: Pointer{Connection}, failure: Pointer{Void}) #foreign #private
