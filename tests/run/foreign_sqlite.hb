// needs: /usr/include/sqlite3.h
// expect: opened: OK
// expect: Ada: 1815, London
// expect: Grace: 1906, New York
// expect: Kurt: 1906, (null)
// expect: 3 rows
// expect: stopped by the callback: ABORT
// expect: near "SELEKT": syntax error
// expect: 1 Ada 1815 1.5
// expect: 2 Grace 1906 2.25
// expect: 3 Kurt 1906 0.0
// expect: prepared again: 4 Emmy
// expect: hubbub(6) is 42
// expect: longest name: Grace
// expect: changes: 4
// expect: closed: OK

// sqlite: a callback that is handed a pointer, prepared statements, procedures of ours within SQL.

sqlite :: #foreign_library "sqlite3"

Database :: struct end
Statement :: struct end
Value :: struct end
Function :: struct end

sqlite3_open :: (path: CString, database: **Database) -> Status #foreign sqlite
sqlite3_close :: (database: *Database) -> Status #foreign sqlite
sqlite3_exec :: (database: *Database, sql: CString, row: #c-call (user: *void, count: i32, values: *CString, names: *CString) -> i32,
                 user: *void, message: *CString) -> Status #foreign sqlite
sqlite3_free :: (memory: CString) #foreign sqlite
sqlite3_prepare_v2 :: (database: *Database, sql: *u8, bytes: i32, statement: **Statement, tail: **u8) -> Status #foreign sqlite
sqlite3_step :: (statement: *Statement) -> Status #foreign sqlite
sqlite3_reset :: (statement: *Statement) -> Status #foreign sqlite
sqlite3_finalize :: (statement: *Statement) -> Status #foreign sqlite
sqlite3_bind_text :: (statement: *Statement, index: i32, text: *u8, bytes: i32, destructor: #c-call (data: *void)) -> Status #foreign sqlite
sqlite3_bind_int64 :: (statement: *Statement, index: i32, value: i64) -> Status #foreign sqlite
sqlite3_bind_double :: (statement: *Statement, index: i32, value: f64) -> Status #foreign sqlite
sqlite3_column_int64 :: (statement: *Statement, column: i32) -> i64 #foreign sqlite
sqlite3_column_double :: (statement: *Statement, column: i32) -> f64 #foreign sqlite
sqlite3_column_text :: (statement: *Statement, column: i32) -> CString #foreign sqlite
sqlite3_create_function :: (database: *Database, name: CString, arguments: i32, encoding: i32, user: *void,
                            call: #c-call (function: *Function, count: i32, values: **Value),
                            step: #c-call (function: *Function, count: i32, values: **Value),
                            final: #c-call (function: *Function)) -> Status #foreign sqlite
sqlite3_aggregate_context :: (function: *Function, bytes: i32) -> *void #foreign sqlite
sqlite3_user_data :: (function: *Function) -> *void #foreign sqlite
sqlite3_value_int64 :: (value: *Value) -> i64 #foreign sqlite
sqlite3_value_text :: (value: *Value) -> CString #foreign sqlite
sqlite3_value_bytes :: (value: *Value) -> i32 #foreign sqlite
sqlite3_result_int64 :: (function: *Function, value: i64) #foreign sqlite
sqlite3_result_text :: (function: *Function, text: *u8, bytes: i32, destructor: #c-call (data: *void)) #foreign sqlite
sqlite3_total_changes :: (database: *Database) -> i32 #foreign sqlite

Status :: enum {i32}
    OK
    ERROR
    ABORT = 4
    ROW = 100
    DONE = 101
end

UTF8 :: 1

// SQLITE_STATIC: what it is given stays where it is.
keep: #c-call (data: *void)

Listing :: struct
    ctx: Context
    rows, rows_max: Int
end

show_row :: #c-call (user: *void, count: i32, values: *CString, _names: *CString) -> i32
    listing := bit_cast{*Listing}(user)
    with listing.ctx
        listing.rows += 1
        if listing.rows > listing.rows_max
            return 1
        end
        print("{}: {}, {}\n", values[0], values[1], ifx values[2] == null => "(null)" else => string_of(values[2]) end)
        assert(count == 3)
    end
    return 0
end

// A Hubbub procedure: its entry gives it a context.
answer :: (function: *Function, _count: i32, values: **Value)
    factor := bit_cast{*Int}(sqlite3_user_data(function))@
    product := new(sqlite3_value_int64(values[0]) * factor)
    sqlite3_result_int64(function, product@)
    free(product)
end

Longest :: struct
    length: Int
    text: Array{u8, 32}
end

longest_step :: (function: *Function, _count: i32, values: **Value)
    longest := bit_cast{*Longest}(sqlite3_aggregate_context(function, i32(size_of(Longest))))
    length := Int(sqlite3_value_bytes(values[0]))
    if length > longest.length && length <= longest.text.length
        longest.length = length
        text := sqlite3_value_text(values[0])
        memory_copy(longest.text.data, bit_cast{*u8}(text), length)
    end
end

longest_final :: (function: *Function)
    longest := bit_cast{*Longest}(sqlite3_aggregate_context(function, i32(size_of(Longest))))
    sqlite3_result_text(function, longest.text.data, i32(longest.length), bit_cast{#c-call (data: *void)}(UInt(-1)))
end

insert :: (statement: *Statement, name: String, year: Int, weight: f64)
    sqlite3_bind_text(statement, 1, name.data, i32(name.length), keep)
    sqlite3_bind_int64(statement, 2, year)
    sqlite3_bind_double(statement, 3, weight)
    assert(sqlite3_step(statement) == .DONE)
    sqlite3_reset(statement)
end

prepare :: (database: *Database, sql: String) -> *Statement
    statement: *Statement
    assert(sqlite3_prepare_v2(database, sql.data, i32(sql.length), &statement, null) == .OK)
    return statement
end

one_row :: (database: *Database, sql: String) -> *Statement
    statement := prepare(database, sql)
    assert(sqlite3_step(statement) == .ROW)
    return statement
end

main :: () -> Int
    database: *Database
    print("opened: {}\n", sqlite3_open(":memory:", &database))
    schema := `
        CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT, year INTEGER, place TEXT, weight REAL);
        INSERT INTO people VALUES (1, 'Ada', 1815, 'London', 1.5), (2, 'Grace', 1906, 'New York', 2.25), (3, 'Kurt', 1906, NULL, 0.0);
    `
    assert(sqlite3_exec(database, schema.data, null, null, null) == .OK)
    listing := Listing{ctx = context, rows_max = 10}
    sql :: "SELECT name, year, place FROM people ORDER BY id"
    sqlite3_exec(database, sql, show_row, &listing, null)
    print("{} rows\n", listing.rows)
    listing.rows_max = 0
    message: CString
    print("stopped by the callback: {}\n", sqlite3_exec(database, sql, show_row, &listing, &message))
    sqlite3_free(message)
    assert(sqlite3_exec(database, "SELEKT 1", null, null, &message) == .ERROR)
    print("{}\n", message)
    sqlite3_free(message)
    statement := prepare(database, "SELECT id, name, year, weight FROM people ORDER BY id")
    while sqlite3_step(statement) == .ROW
        print("{} {} {} {}\n", sqlite3_column_int64(statement, 0), sqlite3_column_text(statement, 1),
            sqlite3_column_int64(statement, 2), sqlite3_column_double(statement, 3))
    end
    sqlite3_finalize(statement)
    statement = prepare(database, "INSERT INTO people (name, year, weight) VALUES (?, ?, ?)")
    insert(statement, "Emmy", 1882, 3.5)
    sqlite3_finalize(statement)
    statement = one_row(database, "SELECT id, name FROM people WHERE year = 1882")
    print("prepared again: {} {}\n", sqlite3_column_int64(statement, 0), sqlite3_column_text(statement, 1))
    sqlite3_finalize(statement)
    factor := 7
    sqlite3_create_function(database, "hubbub", 1, UTF8, &factor, answer, null, null)
    statement = one_row(database, "SELECT hubbub(6)")
    print("hubbub(6) is {}\n", sqlite3_column_int64(statement, 0))
    sqlite3_finalize(statement)
    sqlite3_create_function(database, "longest", 1, UTF8, null, null, longest_step, longest_final)
    statement = one_row(database, "SELECT longest(name) FROM people")
    print("longest name: {}\n", sqlite3_column_text(statement, 0))
    sqlite3_finalize(statement)
    print("changes: {}\n", sqlite3_total_changes(database))
    print("closed: {}\n", sqlite3_close(database))
    return 0
end
