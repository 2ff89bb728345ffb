//! The part of `Sqlite` for what a row holds: columns of a statement as numbers, texts, bytes and structs.

#import "Sqlite"
#import "Sqlite_Memory"
Enums :: #import "Enums"
Reflect :: #import "Reflect"
Strings :: #import "Strings"

/// How many columns a row has.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
/// all, _ := db.prepare("select name, people, people / 2.0, null, x'0102' from city where name = 'Huế'")
/// defer all.close()
/// all.step()
/// print("{} {}\n", all.column_count(), all.column_name(1))     // => 5 people
/// ```
column_count :: (s: Pointer{Statement}) -> Int => Int(sqlite3_column_count(s.handle))

/// The name of a column, which lasts until the statement is closed; nothing if there is no such column.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
/// all, _ := db.prepare("select name, people, people / 2.0, null, x'0102' from city where name = 'Huế'")
/// defer all.close()
/// all.step()
/// print("{}\n", all.column_name(0))     // => name
/// ```
column_name :: (s: Pointer{Statement}, column: Int) -> String
    enter(s.home)
    name := sqlite3_column_name(s.handle, i32(column))
    leave()
    return ifx name == null => "" else => string_of(CString(name)) end
end

/// What a column of the current row holds, as an integer: SQLite converts texts and floats, and makes 0 of what is no number.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
/// all, _ := db.prepare("select name, people, people / 2.0, null, x'0102' from city where name = 'Huế'")
/// defer all.close()
/// all.step()
/// print("{} {}\n", all.integer(1), all.integer(0))     // => 351456 0
/// ```
integer :: (s: Pointer{Statement}, column: Int) -> Int => sqlite3_column_int64(s.handle, i32(column))

/// The same as a float.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
/// all, _ := db.prepare("select name, people, people / 2.0, null, x'0102' from city where name = 'Huế'")
/// defer all.close()
/// all.step()
/// print("{}\n", all.float(2))     // => 175728.0
/// ```
float :: (s: Pointer{Statement}, column: Int) -> f64 => sqlite3_column_double(s.handle, i32(column))

/// Whether it is null.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
/// all, _ := db.prepare("select name, people, people / 2.0, null, x'0102' from city where name = 'Huế'")
/// defer all.close()
/// all.step()
/// print("{} {}\n", all.is_null(3), all.is_null(0))     // => true false
/// ```
is_null :: (s: Pointer{Statement}, column: Int) -> Bool => sqlite3_column_type(s.handle, i32(column)) == NULL

/// The same as text, which lasts until the next row.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
/// all, _ := db.prepare("select name, people, people / 2.0, null, x'0102' from city where name = 'Huế'")
/// defer all.close()
/// all.step()
/// print("{} {} [{}]\n", all.text(0), all.text(1), all.text(3))     // => Huế 351456 []
/// ```
text :: (s: Pointer{Statement}, column: Int) -> String
    enter(s.home)
    data := sqlite3_column_text(s.handle, i32(column))
    leave()
    return ifx data == null => "" else => String{data = data, length = Int(sqlite3_column_bytes(s.handle, i32(column)))} end
end

/// The same as bytes, which last until the next row.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// db.execute_all("create table city (name text, people integer); insert into city values ('Huế', 351456), ('Hà Nội', 8435700)")
/// all, _ := db.prepare("select name, people, people / 2.0, null, x'0102' from city where name = 'Huế'")
/// defer all.close()
/// all.step()
/// print("{}\n", all.blob(4))     // => [1, 2]
/// ```
blob :: (s: Pointer{Statement}, column: Int) -> Slice{u8}
    enter(s.home)
    data := sqlite3_column_blob(s.handle, i32(column))
    leave()
    length := ifx data == null => 0 else => Int(sqlite3_column_bytes(s.handle, i32(column))) end
    return Slice{u8}{data = data, length = length}
end

/// The current row in a struct. `destroy_row` frees it.
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
///     all, _ := db.prepare("select * from city order by name")
///     defer all.close()
///     all.step()
///     city, error := all.row{City}()
///     print("{} {} {}\n", city.name, city.people, error)     // => Huế 351456 ok
///     Sqlite.destroy_row(&city)
/// end
/// ```
row :: {T}(s: Pointer{Statement}, location: Pointer{Source_Location} = #caller-location) -> (T, Error) where is_struct(T)
    result: T
    for i in 0..<column_count(s)
        name := column_name(s, i)
        is_known, ok := false, true
        #for f in fields(T)
            if !is_known && #run Reflect.name_in("sql", f.name, f.tag) == name
                is_known = true
                // a column that comes twice
                give_back(&field(result, f))
                ok = read(s, i, &field(result, f), location)
            end
        #end
        if !is_known || !ok
            destroy_row(&result)
            return T{}, ifx ok => Error.mismatch(Mismatch{Strings.copy(name, location = location), "no field has its name"}) else => mismatch_at(s, i, location) end
        end
    end
    return result, Error.ok
end

/// A column of the row at which the statement stands, as a value of a type: of a number, `Bool`, `String`, bytes, an enum, or `Maybe` of these. Texts and bytes are copied.
///
/// ```
/// db, _ := Sqlite.open(":memory:")
/// defer db.close()
/// s, _ := db.prepare("select 42, null")
/// defer s.close()
/// s.step()
/// number, error := s.column{Int}(0)
/// number                                    // => 42
/// nothing, _ := s.column{Maybe{Int}}(1)
/// nothing                                   // => none
/// _, wrong := s.column{String}(0)
/// wrong                                     // => column 42: it holds an integer, which does not fit
/// ```
column :: {T}(s: Pointer{Statement}, index: Int, location: Pointer{Source_Location} = #caller-location) -> (T, Error)
    result: T
    if !read(s, index, &result, location)
        return T{}, mismatch_at(s, index, location)
    end
    return result, Error.ok
end

/// Frees the texts and bytes of a row that `first` or `row` gave.
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
///     found, _ := db.first{City}("select * from city")
///     if city := found
///         Sqlite.destroy_row(&city)
///     end
/// end
/// ```
destroy_row :: {T}(x: Pointer{T}) where is_struct(T)
    #for f in fields(T)
        give_back(&field(x@, f))
    #end
    x@ = T{}
end

// ---- From columns to values ------------------------------------------------------------------------------------------------------

read :: (s: Pointer{Statement}, column: Int, x: Pointer{String}, location: Pointer{Source_Location}) -> Bool #private
    is_text := sqlite3_column_type(s.handle, i32(column)) == TEXT
    if is_text
        x@ = Strings.copy(text(s, column), location = location)
    end
    return is_text
end

read :: (s: Pointer{Statement}, column: Int, x: Pointer{Slice{u8}}, location: Pointer{Source_Location}) -> Bool #private
    is_blob := sqlite3_column_type(s.handle, i32(column)) == BLOB
    if is_blob
        data := blob(s, column)
        x@ = Slice{u8}{}
        if data.length > 0
            x@ = make_slice{u8}(data.length, location = location)
            memory_copy(x.data, data.data, data.length)
        end
    end
    return is_blob
end

read :: (s: Pointer{Statement}, column: Int, x: Pointer{Bool}, _location: Pointer{Source_Location}) -> Bool #private
    value := integer(s, column)
    x@ = value != 0
    return sqlite3_column_type(s.handle, i32(column)) == INTEGER && (value == 0 || value == 1)
end

read :: {T}(s: Pointer{Statement}, column: Int, x: Pointer{T}, _location: Pointer{Source_Location}) -> Bool where is_integer(T) #private
    value := integer(s, column)
    x@ = T(value)
    return sqlite3_column_type(s.handle, i32(column)) == INTEGER && Int(x@) == value && (x@ < T(0)) == (value < 0)
end

// By the name of a member or its number; flags are numbers.
read :: {T}(s: Pointer{Statement}, column: Int, x: Pointer{T}, _location: Pointer{Source_Location}) -> Bool where is_enum(T) #private
    found: Maybe{T}
    match sqlite3_column_type(s.handle, i32(column))
    case TEXT    => found = Enums.parse{T}(text(s, column))
    case INTEGER
        #if has_operator(T, "|")
            found = some(T(integer(s, column)))
        #else
            found = Enums.of_value{T}(integer(s, column))
        #end
    else
    end
    if member := found
        x@ = member
        return true
    end
    return false
end

read :: {T}(s: Pointer{Statement}, column: Int, x: Pointer{T}, _location: Pointer{Source_Location}) -> Bool where is_float(T) #private
    kind := sqlite3_column_type(s.handle, i32(column))
    x@ = T(float(s, column))
    return kind == INTEGER || kind == FLOAT
end

read :: {T}(s: Pointer{Statement}, column: Int, x: Pointer{Maybe{T}}, location: Pointer{Source_Location}) -> Bool #private
    if is_null(s, column)
        x@ = none
        return true
    end
    value: T
    ok := read(s, column, &value, location)
    x@ = some(value)
    return ok
end

give_back :: (x: Pointer{String}) #private
    if x.length > 0
        delete(x@)
    end
    x@ = ""
end

give_back :: (x: Pointer{Slice{u8}}) #private
    if x.length > 0
        delete(x@)
    end
    x@ = Slice{u8}{}
end

give_back :: {T}(x: Pointer{Maybe{T}}) #private
    if held := x@
        give_back(&held)
    end
    x@ = none
end

// Numbers hold nothing.
give_back :: {T}(_x: Pointer{T}) #private
    return
end

mismatch_at :: (s: Pointer{Statement}, column: Int, location: Pointer{Source_Location}) -> Error #private
    problem := "its value is of another type"
    match sqlite3_column_type(s.handle, i32(column))
    case INTEGER => problem = "it holds an integer, which does not fit"
    case FLOAT   => problem = "its value is of another type: a float"
    case TEXT    => problem = "its value is of another type: text"
    case BLOB    => problem = "its value is of another type: bytes"
    case NULL    => problem = "its value is null, and its place is no Maybe"
    else
    end
    return Error.mismatch(Mismatch{Strings.copy(column_name(s, column), location = location), problem})
end

// ---- SQLite ---------------------------------------------------------------------------------------------------------------------

INTEGER: i32 : 1 #private
FLOAT: i32 : 2 #private
TEXT: i32 : 3 #private
BLOB: i32 : 4 #private
NULL: i32 : 5 #private

sqlite3_column_blob :: (statement: Pointer{Void}, column: i32) -> Pointer{u8} #foreign #private
sqlite3_column_bytes :: (statement: Pointer{Void}, column: i32) -> i32 #foreign #private
sqlite3_column_count :: (statement: Pointer{Void}) -> i32 #foreign #private
sqlite3_column_double :: (statement: Pointer{Void}, column: i32) -> f64 #foreign #private
sqlite3_column_int64 :: (statement: Pointer{Void}, column: i32) -> Int #foreign #private
sqlite3_column_name :: (statement: Pointer{Void}, column: i32) -> Pointer{u8} #foreign #private
sqlite3_column_text :: (statement: Pointer{Void}, column: i32) -> Pointer{u8} #foreign #private
sqlite3_column_type :: (statement: Pointer{Void}, column: i32) -> i32 #foreign #private
