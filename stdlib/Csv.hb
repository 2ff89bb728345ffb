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

#import "List"
Strings :: #import "Strings"

Reader :: struct
    text: String
    at: Int
    line: Int = 1
    separator: u8 = ','
    error: Error
    fields: List{String}
    buffer: Strings.Builder             // fields that are not as they stand in the text
    parts: List{Part}
end

/// What is wrong with a table.
Error :: union #error
    ok
    open_quote: Int                     // the line in which a quoted field begins that does not end
    text_behind_quote: Int              // the line
end

// Where a field is: in the text or, unquoted, in the buffer, which may still move.
Part :: struct #private
    start, length: Int
    is_in_buffer: Bool
end

BYTE_ORDER_MARK :: "\u{feff}" #private

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
    skip_empty_lines(r)
    r.fields.clear()
    r.parts.clear()
    r.buffer.clear()
    if r.at >= r.text.length || r.error != Error.ok
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
end

skip_empty_lines :: (r: Pointer{Reader}) #private
    while r.at < r.text.length && (r.text[r.at] == '\n' || r.text[r.at] == '\r')
        if r.text[r.at] == '\n'
            r.line += 1
        end
        r.at += 1
    end
end

// Reads a field and what ends it; says whether another one follows in this row.
read_field :: (r: Pointer{Reader}) -> Bool #private
    if r.at < r.text.length && r.text[r.at] == '"'
        return read_quoted(r)
    end
    start := r.at
    while r.at < r.text.length && r.text[r.at] != r.separator && r.text[r.at] != '\n'
        r.at += 1
    end
    length := r.at - start
    if length > 0 && r.text[r.at - 1] == '\r' && (r.at == r.text.length || r.text[r.at] == '\n')
        length -= 1
    end
    r.parts.append(Part{start, length, false}, location = r.buffer.made_for)
    return skip_end(r)
end

read_quoted :: (r: Pointer{Reader}) -> Bool #private
    first_line, start := r.line, r.buffer.length
    r.at += 1
    while true
        if r.at >= r.text.length
            r.error = Error.open_quote(first_line)
            return false
        end
        byte := r.text[r.at]
        r.at += 1
        if byte == '"'
            if r.at >= r.text.length || r.text[r.at] != '"'
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
    if r.at < r.text.length && r.text[r.at] == '\r'
        r.at += 1
    end
    if r.at < r.text.length && r.text[r.at] != r.separator && r.text[r.at] != '\n'
        r.error = Error.text_behind_quote(r.line)
        return false
    end
    return skip_end(r)
end

skip_end :: (r: Pointer{Reader}) -> Bool #private
    if r.at >= r.text.length
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
    end
end
