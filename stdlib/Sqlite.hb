//! SQLite: a database in a file, or in memory.
//!
//! ```hubbub fragment
//! City :: struct
//!     name: String
//!     people: Int
//! end
//!
//! db := Sqlite.open(":memory:") or_return
//! defer db.close()
//! db.execute("create table city (name text, people integer)") or_return
//! db.execute("insert into city values (?, ?)", "Hà Nội", 8_435_700) or_return
//! cities := db.rows{City}("select name, people from city where people > ?", 1_000_000) or_return
//! ```
//!
//! Parameters `?` take the items in their order: numbers, strings, booleans, and `Maybe` of these. Rows become structs, a column to the field of its name; a column that has
//! none is an error, and so is a value of another type. Texts are copied into memory of the current allocator; what SQLite itself needs is C's. Programs
//! that import this are linked with libc and SQLite, and it cannot run in the compiler.

#import "List"
Strings :: #import "Strings"

Database :: struct
    handle: Pointer{Void}
end

/// A statement that is ready to run; parameters may change from run to run.
Statement :: struct
    handle: Pointer{Void}
    database: Pointer{Void}
end

/// What went wrong.
Error :: union #error
    ok
    failed: Failure                     // SQLite says so
    mismatch: Mismatch                  // a row does not fit its struct
end

Failure :: struct
    code: Int
    message: String
end

Mismatch :: struct
    column: String
    problem: String
end

/// Opens a database; makes the file if there is none. `:memory:` is one without a file.
open :: (path: String) -> (Database, Error)
    terminated := Strings.concat(path, "\0")
    defer delete(terminated)
    db: Database
    code := sqlite3_open(terminated.data, &db.handle)
    if code != 0
        error := failure(db.handle, code)
        sqlite3_close_v2(db.handle)
        return Database{}, error
    end
    sqlite3_extended_result_codes(db.handle, 1)
    return db, Error.ok
end

/// Closes a database. Statements that are still there keep it open until they are closed.
close :: (db: Pointer{Database})
    sqlite3_close_v2(db.handle)
    db.handle = null
end

/// Runs one statement to its end; rows that it gives are not looked at.
execute :: (db: Pointer{Database}, sql: String, items: ..Any) -> Error
    statement, error := prepare(db, sql)
    if error != Error.ok
        return error
    end
    defer close(&statement)
    bound := bind(&statement, ..items)
    if bound != Error.ok
        return bound
    end
    while true
        has_row, failed := step(&statement)
        if failed != Error.ok || !has_row
            return failed
        end
    end
end

/// Runs several statements, one behind the other, without parameters.
execute_all :: (db: Pointer{Database}, sql: String) -> Error
    terminated := Strings.concat(sql, "\0")
    defer delete(terminated)
    code := sqlite3_exec(db.handle, terminated.data, null, null, null)
    return ifx code == 0 => Error.ok else => failure(db.handle, code) end
end

/// All rows of a query, each in a struct. `destroy_rows` frees their texts with them.
rows :: {T}(db: Pointer{Database}, sql: String, items: ..Any) -> (List{T}, Error)
    result := list{T}()
    statement, error := prepare(db, sql)
    if error != Error.ok
        return result, error
    end
    defer close(&statement)
    failed := bind(&statement, ..items)
    while failed == Error.ok
        has_row, wrong := step(&statement)
        failed = wrong
        if failed != Error.ok || !has_row
            break
        end
        row, mismatch := row{T}(&statement)
        result.append(row)
        failed = mismatch
    end
    if failed != Error.ok
        destroy_rows(&result)
    end
    return result, failed
end

/// Frees what `rows` gave.
destroy_rows :: {T}(rows: Pointer{List{T}})
    for i in 0..<rows.length
        #for f in fields(T)
            #if f.type == String
                if field(rows.data[i], f).length > 0
                    delete(field(rows.data[i], f))
                end
            #end
        #end
    end
    rows.destroy()
end

/// Starts a transaction; `commit` makes what follows last, `rollback` forgets it.
begin :: (db: Pointer{Database}) -> Error => execute(db, "begin")
commit :: (db: Pointer{Database}) -> Error => execute(db, "commit")
rollback :: (db: Pointer{Database}) -> Error => execute(db, "rollback")

/// The number of the row that was inserted last.
last_row :: (db: Pointer{Database}) -> Int => sqlite3_last_insert_rowid(db.handle)

/// How many rows the last statement has changed.
changes :: (db: Pointer{Database}) -> Int => sqlite3_changes64(db.handle)

// ---- Statements -----------------------------------------------------------------------------------------------------------------

prepare :: (db: Pointer{Database}, sql: String) -> (Statement, Error)
    statement := Statement{database = db.handle}
    code := sqlite3_prepare_v2(db.handle, sql.data, i32(sql.length), &statement.handle, null)
    if code != 0
        return Statement{}, failure(db.handle, code)
    end
    if statement.handle == null
        return Statement{}, Error.failed(Failure{21, Strings.copy("there is no statement")})
    end
    return statement, Error.ok
end

close :: (s: Pointer{Statement})
    sqlite3_finalize(s.handle)
    s.handle = null
end

/// Gives the parameters their values, in order, and goes back to the beginning.
bind :: (s: Pointer{Statement}, items: ..Any) -> Error
    sqlite3_reset(s.handle)
    wanted := Int(sqlite3_bind_parameter_count(s.handle))
    if wanted != items.length
        return Error.failed(Failure{25, format("the statement has {} parameters, {} are given", wanted, items.length)})
    end
    for item, i in items
        code := bind_one(s, i32(i + 1), item)
        if code != 0
            return failure(s.database, code)
        end
    end
    return Error.ok
end

bind_one :: (s: Pointer{Statement}, number: i32, item: Any) -> i32 #private
    match item
    case Int n          => return sqlite3_bind_int64(s.handle, number, n)
    case i32 n          => return sqlite3_bind_int64(s.handle, number, Int(n))
    case u8 n           => return sqlite3_bind_int64(s.handle, number, Int(n))
    case u32 n          => return sqlite3_bind_int64(s.handle, number, Int(n))
    case Bool b         => return sqlite3_bind_int64(s.handle, number, Int(b))
    case f64 x          => return sqlite3_bind_double(s.handle, number, x)
    case f32 x          => return sqlite3_bind_double(s.handle, number, f64(x))
    case String text    => return bind_text(s, number, text)
    case Maybe{Int} m
        if n := m
            return sqlite3_bind_int64(s.handle, number, n)
        end
        return sqlite3_bind_null(s.handle, number)
    case Maybe{f64} m
        if x := m
            return sqlite3_bind_double(s.handle, number, x)
        end
        return sqlite3_bind_null(s.handle, number)
    case Maybe{String} m
        if text := m
            return bind_text(s, number, text)
        end
        return sqlite3_bind_null(s.handle, number)
    else
        panic_text("a parameter of a statement is a number, a string, a boolean, or Maybe of these")
    end
end

// SQLite makes a copy: a destructor of -1 asks for it.
bind_text :: (s: Pointer{Statement}, number: i32, text: String) -> i32 #private
    return sqlite3_bind_text(s.handle, number, text.data, i32(text.length), -1)
end

/// The next row; false behind the last one.
step :: (s: Pointer{Statement}) -> (Bool, Error)
    code := sqlite3_step(s.handle)
    if code == ROW
        return true, Error.ok
    end
    return false, ifx code == DONE => Error.ok else => failure(s.database, code) end
end

/// What a column of the current row holds.
integer :: (s: Pointer{Statement}, column: Int) -> Int => sqlite3_column_int64(s.handle, i32(column))
float :: (s: Pointer{Statement}, column: Int) -> f64 => sqlite3_column_double(s.handle, i32(column))
is_null :: (s: Pointer{Statement}, column: Int) -> Bool => sqlite3_column_type(s.handle, i32(column)) == NULL

/// The same as text, which lasts until the next row.
text :: (s: Pointer{Statement}, column: Int) -> String
    data := sqlite3_column_text(s.handle, i32(column))
    return ifx data == null => "" else => String{data = data, length = Int(sqlite3_column_bytes(s.handle, i32(column)))} end
end

/// The current row in a struct.
row :: {T}(s: Pointer{Statement}) -> (T, Error)
    result: T
    for i in 0..<Int(sqlite3_column_count(s.handle))
        name := string_of(CString(sqlite3_column_name(s.handle, i32(i))))
        is_known, ok := false, true
        #for f in fields(T)
            if !is_known && f.name == name
                is_known = true
                ok = read(s, i, &field(result, f))
            end
        #end
        if !is_known || !ok
            problem := ifx ok => "no field has its name" else => "its value is of another type" end
            return result, Error.mismatch(Mismatch{Strings.copy(name), problem})
        end
    end
    return result, Error.ok
end

read :: {T}(s: Pointer{Statement}, column: Int, x: Pointer{T}) -> Bool #private
    kind := sqlite3_column_type(s.handle, i32(column))
    #if T == String
        if kind == TEXT
            x@ = Strings.copy(text(s, column))
        end
        return kind == TEXT
    #else
        #if T == Bool
            x@ = integer(s, column) != 0
            return kind == INTEGER
        #else
            #if is_integer(T)
                x@ = T(integer(s, column))
                return kind == INTEGER && Int(x@) == integer(s, column)
            #else
                #if is_float(T)
                    x@ = T(float(s, column))
                    return kind == INTEGER || kind == FLOAT
                #else
                    return read_maybe(s, column, x)
                #end
            #end
        #end
    #end
end

read_maybe :: {T}(s: Pointer{Statement}, column: Int, x: Pointer{Maybe{T}}) -> Bool #private
    if is_null(s, column)
        x@ = none
        return true
    end
    value: T
    ok := read(s, column, &value)
    x@ = some(value)
    return ok
end

failure :: (handle: Pointer{Void}, code: i32) -> Error #private
    return Error.failed(Failure{Int(code), Strings.copy(string_of(CString(sqlite3_errmsg(handle))))})
end

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

// ---- SQLite --------------------------------------------------------------------------------------------------------------------------

ROW: i32 : 100 #private
DONE: i32 : 101 #private
INTEGER: i32 : 1 #private
FLOAT: i32 : 2 #private
TEXT: i32 : 3 #private
NULL: i32 : 5 #private

sqlite3_open :: (path: Pointer{u8}, out: Pointer{Pointer{Void}}) -> i32 #foreign #private
sqlite3_close_v2 :: (db: Pointer{Void}) -> i32 #foreign #private
sqlite3_extended_result_codes :: (db: Pointer{Void}, on: i32) -> i32 #foreign #private
sqlite3_errmsg :: (db: Pointer{Void}) -> Pointer{u8} #foreign #private
sqlite3_exec :: (db: Pointer{Void}, sql: Pointer{u8}, callback: Pointer{Void}, data: Pointer{Void}, message: Pointer{Void}) -> i32 #foreign #private
sqlite3_prepare_v2 :: (db: Pointer{Void}, sql: Pointer{u8}, length: i32, out: Pointer{Pointer{Void}}, rest: Pointer{Void}) -> i32 #foreign #private
sqlite3_finalize :: (statement: Pointer{Void}) -> i32 #foreign #private
sqlite3_reset :: (statement: Pointer{Void}) -> i32 #foreign #private
sqlite3_step :: (statement: Pointer{Void}) -> i32 #foreign #private
sqlite3_bind_parameter_count :: (statement: Pointer{Void}) -> i32 #foreign #private
sqlite3_bind_int64 :: (statement: Pointer{Void}, number: i32, x: Int) -> i32 #foreign #private
sqlite3_bind_double :: (statement: Pointer{Void}, number: i32, x: f64) -> i32 #foreign #private
sqlite3_bind_null :: (statement: Pointer{Void}, number: i32) -> i32 #foreign #private
sqlite3_bind_text :: (statement: Pointer{Void}, number: i32, text: Pointer{u8}, length: i32, destructor: Int) -> i32 #foreign #private
sqlite3_column_count :: (statement: Pointer{Void}) -> i32 #foreign #private
sqlite3_column_name :: (statement: Pointer{Void}, column: i32) -> Pointer{u8} #foreign #private
sqlite3_column_type :: (statement: Pointer{Void}, column: i32) -> i32 #foreign #private
sqlite3_column_int64 :: (statement: Pointer{Void}, column: i32) -> Int #foreign #private
sqlite3_column_double :: (statement: Pointer{Void}, column: i32) -> f64 #foreign #private
sqlite3_column_text :: (statement: Pointer{Void}, column: i32) -> Pointer{u8} #foreign #private
sqlite3_column_bytes :: (statement: Pointer{Void}, column: i32) -> i32 #foreign #private
sqlite3_last_insert_rowid :: (db: Pointer{Void}) -> Int #foreign #private
sqlite3_changes64 :: (db: Pointer{Void}) -> Int #foreign #private
