//! Tables as text: RFC 4180, with any separator.
//!
//! ```
//! reader := Csv.reader("name,age\n\"Doe, Jane\",42\n")
//! defer reader.destroy()
//! while row := reader.next()
//!     print("{} {}\n", row[0], row[1])
//! end
//! // => name age
//! // => Doe, Jane 42
//! ```
//!
//! A field in quotes may hold separators, line ends, and quotes written twice. What is wrong is told in `reader.error` with its line. A row lasts until
//! the next one is read.
//!
//! A reader takes a text, or a file that is open, which need not fit into memory: `Csv.reader(&file)` keeps a window of it, with the current row and what
//! has been read behind it.
//!
//! ```hubbub fragment
//! file := Io.open_reader("people.csv") or_return
//! defer file.close()
//! rows := Csv.reader(&file)
//! defer rows.destroy()
//! for row in rows
//!     print("{}\n", row[0])
//! end
//! rows.error                            // what is wrong with the table, or why the file could not be read to its end
//! ```

#import "List"
Io :: #import "Io"
Os :: #import "Os"
Strings :: #import "Strings"

Reader :: struct
    text: String                        // all of it, or the window: what of the file has been read and not been left behind
    at: Int                             // within `text`
    line: Int = 1
    separator: u8 = ','
    error: Error
    fields: List{String}
    buffer: Strings.Builder             // fields that are not as they stand in the text
    parts: List{Part}
    row: Int                            // where in `text` the row begins that is being read; what is before it can go
    read_more: Read_More                // for a file only, so that a program with texts alone has nothing of files in it
    file: Pointer{Io.Reader}
    window: Strings.Builder             // the memory of `text`, for a file
    has_begun: Bool                     // a byte-order mark has been looked for, for a file
end

/// What is wrong with a table.
Error :: union #error
    ok
    open_quote: Int                     // the line in which a quoted field begins that does not end
    text_behind_quote: Int              // the line
    unreadable: Os.Error                // the file cannot be read, or not to its end: what the system said, with the file's path
end

Read_More :: #type (r: Pointer{Reader}) -> Bool #private

// Where a field is: in the text or, unquoted, in the buffer; both may still move.
Part :: struct #private
    start, length: Int
    is_in_buffer: Bool
end

BYTE_ORDER_MARK :: "\u{feff}" #private
STEP :: 64 * 1024 #private                  // bytes that the window has at least

/// A reader of a text, which has to last as long as the reader. A byte-order mark in front is no part of the first field.
/// ```
/// rows := Csv.reader("a;b\n1;2\n", ';')
/// defer rows.destroy()
/// for row in rows
///     print("{:?}\n", row)
/// end
/// // => ["a", "b"]
/// // => ["1", "2"]
/// ```
reader :: (text: String, separator: u8 = ',', location: Pointer{Source_Location} = #caller-location) -> Reader
    return Reader{text = text, at = ifx Strings.starts_with(text, BYTE_ORDER_MARK) => 3 else => 0 end, separator = separator, fields = list{String}(), buffer = Strings.builder(location = location), parts = list{Part}()}
end

/// A reader of a file, a pipe or standard input, as it is from there on where it is read; `file` has to last as long as the reader, and stays the caller's
/// to close. Memory is needed for the longest row, not for the file, and a row of a pipe comes as soon as its end does. The reader reads ahead: what it has
/// taken is no longer in `file`. The fields of a row last until the next one is read; keep copies of what has to last longer.
/// ```
/// Fs :: #import "Fs"
/// Io :: #import "Io"
///
/// main :: ()
///     Fs.write_text("ages.csv", "name,age\n\"Doe,\nJane\",42\n\"Roe")
///     file, _ := Io.open_reader("ages.csv")
///     defer file.close()
///     rows := Csv.reader(&file)
///     defer rows.destroy()
///     for row in rows
///         print("{:?}\n", row)
///     end
///     print("{}\n", rows.error)
/// end
/// // => ["name", "age"]
/// // => ["Doe,\nJane", "42"]
/// // => line 4: a field in quotes does not end
/// ```
reader :: (file: Pointer{Io.Reader}, separator: u8 = ',', location: Pointer{Source_Location} = #caller-location) -> Reader
    return Reader{separator = separator, fields = list{String}(), buffer = Strings.builder(location = location), parts = list{Part}(), read_more = read_window, file = file, window = Strings.builder(location = location)}
end

/// What `for row in reader` goes over: the reader where it is, which knows afterwards what was wrong and has the memory.
/// ```
/// rows := Csv.reader("1,2\n3,\"4\n")
/// defer rows.destroy()
/// for row in rows
///     print("{}\n", row)                        // => ["1", "2"]
/// end
/// print("{}\n", rows.error)                     // => line 2: a field in quotes does not end
/// ```
iterate :: (r: Pointer{Reader}) -> Rows => Rows{r}

Rows :: struct
    reader: Pointer{Reader}
end

next :: (rows: Pointer{Rows}) -> (Slice{String}, Bool) => next(rows.reader)

/// The fields of the next row, or false at the end or where something is wrong. Empty lines are no rows.
/// ```
/// rows := Csv.reader("1,2\n\n3,\"open\n")
/// defer rows.destroy()
/// while row := rows.next()
///     print("{:?}\n", row)              // => ["1", "2"]
/// end
/// rows.error                            // => line 3: a field in quotes does not end
/// ```
next :: (r: Pointer{Reader}) -> (Slice{String}, Bool)
    r.fields.clear()
    r.parts.clear()
    r.buffer.clear()
    if r.error != Error.ok || !find_row(r)
        return r.fields.items(), false
    end
    while read_field(r)
    end
    if r.error != Error.ok
        return r.fields.items(), false
    end
    for part in r.parts
        whole := ifx part.is_in_buffer => r.buffer.text() else => r.text end
        r.fields.append(whole[part.start..<part.start + part.length], location = r.buffer.made_for)
    end
    return r.fields.items(), true
end

/// Frees what the reader holds, its last row too; the text stays.
/// ```
/// rows := Csv.reader("1,2\n")
/// defer rows.destroy()
/// count := 0
/// for _ in rows
///     count += 1
/// end
/// count                                 // => 1
/// ```
destroy :: (r: Pointer{Reader})
    r.fields.destroy()
    r.parts.destroy()
    r.buffer.destroy()
    if r.read_more != null
        r.window.destroy()
        r.text = ""
        r.at = 0
        r.row = 0
    end
end

// Skips empty lines; says whether something follows.
find_row :: (r: Pointer{Reader}) -> Bool #private
    r.row = r.at
    while has_byte(r)
        byte := r.text[r.at]
        if byte != '\n' && byte != '\r'
            return true
        end
        r.line += Int(byte == '\n')
        r.at += 1
        r.row = r.at
    end
    return false
end

// Whether there is a byte at `r.at`; reads it where the window ends there.
has_byte :: (r: Pointer{Reader}) -> Bool #private => r.at < r.text.length || more(r)

// Whether a byte could be read at the end of the text so far. Moves the row to the front of the window, and `r.at` and the parts with it.
more :: (r: Pointer{Reader}) -> Bool #private => r.read_more != null && r.read_more(r)

read_window :: (r: Pointer{Reader}) -> Bool #private
    if r.error != Error.ok
        return false
    end
    window := &r.window
    if r.row > 0
        memory_move(window.data, &window.data[r.row], window.length - r.row)
        window.length -= r.row
        r.at -= r.row
        for i in 0..<r.parts.length
            if !r.parts[i].is_in_buffer
                r.parts[i].start -= r.row
            end
        end
        r.row = 0
    end
    got_more := append_from_file(r)
    if r.has_begun
        return got_more
    end
    r.has_begun = true
    // no longer than the beginning may be a mark's: a short row of a pipe does not wait for more
    while got_more && window.length < BYTE_ORDER_MARK.length && Strings.starts_with(BYTE_ORDER_MARK, r.text)
        got_more = append_from_file(r)
    end
    if r.error == Error.ok && Strings.starts_with(r.text, BYTE_ORDER_MARK)
        r.at = BYTE_ORDER_MARK.length
        r.row = r.at
    end
    return r.error == Error.ok && has_byte(r)
end

// Reads once, into the room that the window has; makes room where there is none.
append_from_file :: (r: Pointer{Reader}) -> Bool #private
    window := &r.window
    if window.length == window.capacity
        window.reserve(max(STEP - window.length, 1))
    end
    count, error := r.file.read(window.data[window.length..<window.capacity], location = window.made_for)
    window.length += count
    r.text = window.text()
    if error != Os.Error.ok
        r.error = Error.unreadable(error)
    end
    return count > 0
end

// Reads a field and what ends it; says whether another one follows in this row.
read_field :: (r: Pointer{Reader}) -> Bool #private
    if has_byte(r) && r.text[r.at] == '"'
        return read_quoted(r)
    end
    start, ends_row := r.at, true
    while true
        text, at, separator := r.text, r.at, r.separator
        while at < text.length && text[at] != separator && text[at] != '\n'
            at += 1
        end
        r.at = at
        if at < text.length
            ends_row = text[at] == '\n'
            break
        end
        row := r.row
        got_more := more(r)
        start += r.row - row
        if !got_more
            break
        end
    end
    length := r.at - start
    if ends_row && length > 0 && r.text[r.at - 1] == '\r'
        length -= 1
    end
    r.parts.append(Part{start, length, false}, location = r.buffer.made_for)
    return skip_end(r)
end

read_quoted :: (r: Pointer{Reader}) -> Bool #private
    first_line, start := r.line, r.buffer.length
    r.at += 1
    while true
        if !has_byte(r)
            if r.error == Error.ok
                r.error = Error.open_quote(first_line)
            end
            return false
        end
        byte := r.text[r.at]
        r.at += 1
        if byte == '"'
            if !has_byte(r) || r.text[r.at] != '"'
                break
            end
            r.at += 1
        end
        if byte == '\n'
            r.line += 1
        end
        r.buffer.append(byte)
    end
    r.parts.append(Part{start, r.buffer.length - start, true}, location = r.buffer.made_for)
    if has_byte(r) && r.text[r.at] == '\r'
        r.at += 1
    end
    if has_byte(r) && r.text[r.at] != r.separator && r.text[r.at] != '\n'
        r.error = Error.text_behind_quote(r.line)
        return false
    end
    return skip_end(r)
end

skip_end :: (r: Pointer{Reader}) -> Bool #private
    if !has_byte(r)
        return false
    end
    ended := r.text[r.at] == '\n'
    if ended
        r.line += 1
    end
    r.at += 1
    return !ended
end

/// Writes a row with its line end: fields that need it in quotes.
/// ```
/// #import "Strings"
/// b := builder()
/// defer b.destroy()
/// Csv.write_row(&b, {"Doe, Jane", "42", "says \"hi\""})
/// print("{}", b.text())                 // => "Doe, Jane",42,"says ""hi"""
/// ```
write_row :: (out: Pointer{Strings.Builder}, fields: Slice{String}, separator: u8 = ',')
    for text, i in fields
        if i > 0
            out.append(separator)
        end
        if needs_quotes(text, separator)
            out.append('"')
            for j in 0..<text.length
                if text[j] == '"'
                    out.append('"')
                end
                out.append(text[j])
            end
            out.append('"')
        else
            out.append(text)
        end
    end
    out.append('\n')
end

needs_quotes :: (text: String, separator: u8) -> Bool #private
    for i in 0..<text.length
        if text[i] == separator || text[i] == '"' || text[i] == '\n' || text[i] == '\r'
            return true
        end
    end
    return text.length == 0 || Strings.starts_with(text, BYTE_ORDER_MARK)
end

/// How `print` shows an error.
/// ```
/// rows := Csv.reader("\"a\" b\n")
/// defer rows.destroy()
/// rows.next()
/// print("{}\n", rows.error)             // => line 1: text behind a field in quotes
/// ```
format :: (out: Pointer{Writer}, error: Pointer{Error}, _spec: Format_Spec)
    match error@
    case .ok                => write(out, "ok")
    case .open_quote n
        write(out, "line ")
        put(out, n)
        write(out, ": a field in quotes does not end")
    case .text_behind_quote n
        write(out, "line ")
        put(out, n)
        write(out, ": text behind a field in quotes")
    case .unreadable e      => print_to(out, "{}", e)
    end
end
