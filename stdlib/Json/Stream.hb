//! JSON piece by piece: a reader that gives one event after the other and holds no document, and a writer that needs none. A text, or a file, a pipe or standard input of any
//! length, is what is read.
//!
//! ```
//! Json :: #import "Json"
//!
//! main :: ()
//!     reader := Json.reader("{\"rows\": [{\"n\": 1}, {\"n\": 2}]}")
//!     defer reader.destroy()
//!     while event := reader.next()
//!         print("{} ", event.kind)
//!     end
//!     print("{}\n", reader.parser.error)
//! end
//! // => OBJECT_START KEY ARRAY_START OBJECT_START KEY NUMBER OBJECT_END OBJECT_START KEY NUMBER OBJECT_END ARRAY_END OBJECT_END ok
//! ```

#import "Reading"
#import "Writing"
#import "List"
Json :: #import "Json"
Reflect :: #import "Reflect"
Strings :: #import "Strings"
Window :: #import "Window"

Event_Kind :: enum
    OBJECT_START
    OBJECT_END
    ARRAY_START
    ARRAY_END
    KEY
    TEXT
    NUMBER
    BOOLEAN
    NOTHING
end

/// A part of a text. Its text lasts until the reader is asked for the next one: that of a key or text without quotes and escapes, of a number as it stands there, `true` or
/// `false`.
Event :: struct
    kind: Event_Kind
    text: String
end

/// Gives the events of one value, or of several, one behind the other, as in files with a value a line. Of a file it has a window of 64 KiB in memory, which grows for a value
/// that `read_next` reads whole and is longer. `parser.at` is a place in this window; lines and columns of mistakes are those of the whole text.
Reader :: struct
    parser: Parser
    open: List{Event_Kind}              // the arrays and objects around
    text: String                        // what the last event's text was copied to
    is_first: Bool                      // in the innermost of them
    is_behind_key: Bool
end

/// A reader of a text, which has to last as long as the reader.
/// ```
/// Json :: #import "Json"
///
/// main :: ()
///     reader := Json.reader("[1] \"two\"")
///     defer reader.destroy()
///     while event := reader.next()
///         print("{}({}) ", event.kind, event.text)
///     end
///     print("{}\n", reader.parser.error)
/// end
/// // => ARRAY_START() NUMBER(1) ARRAY_END() TEXT(two) ok
/// ```
reader :: (text: String, location: Pointer{Source_Location} = #caller-location) -> Reader
    return Reader{parser = Parser{text = text, made_for = location}, open = list{Event_Kind}()}
end

/// A reader of what a file, a pipe or standard input gives, as long as that may be: of an `Io.Reader`, or of another type that has its `read`. The file's reader has to last as
/// long as this one, stays open, and is read further than the events that have been given. Where reading fails, `parser.error` is `failed`, with the file's path and the
/// system's reason.
/// ```
/// Fs :: #import "Fs"
/// Io :: #import "Io"
/// Json :: #import "Json"
///
/// main :: ()
///     Fs.write_text("rows.json", "{\"rows\": [1.5, 2]}")
///     file, _ := Io.open_reader("rows.json")
///     defer file.close()
///     reader := Json.reader(&file)
///     defer reader.destroy()
///     while event := reader.next()
///         print("{}({}) ", event.kind, event.text)
///     end
///     print("{}\n", reader.parser.error)
/// end
/// // => OBJECT_START() KEY(rows) ARRAY_START() NUMBER(1.5) NUMBER(2) ARRAY_END() OBJECT_END() ok
/// ```
reader :: {F}(file: Pointer{F}, location: Pointer{Source_Location} = #caller-location) -> Reader
    return Reader{parser = Parser{window = Window.window(file, location = location), made_for = location}, open = list{Event_Kind}()}
end

/// Frees what the reader has; a file stays open.
/// ```
/// Json :: #import "Json"
///
/// main :: ()
///     reader := Json.reader("[1, 2")
///     reader.destroy()
///     print("{}\n", reader.open.length)                       // => 0
/// end
/// ```
destroy :: (r: Pointer{Reader})
    Reflect.release_value(&r.text)
    r.open.destroy()
    Window.destroy(r.parser.window)
    r.parser.window = null
    r.parser.text = ""
    r.parser.at = 0
end

/// What `for event in reader` goes over: the reader where it is, which has the memory and knows what was wrong.
/// ```
/// reader := Json.reader("[1")
/// defer reader.destroy()
/// count := 0
/// for _event in reader
///     count += 1
/// end
/// count > 1                                 // => true
/// ```
iterate :: (r: Pointer{Reader}) -> Events => Events{r}

Events :: struct
    reader: Pointer{Reader}
end

next :: (events: Pointer{Events}) -> (Event, Bool) => next(events.reader)

/// The next event; false at the end, or where something is wrong, which `parser.error` tells.
///
/// ```
/// Json :: #import "Json"
///
/// main :: ()
///     reader := Json.reader("{\"a\": 1.50}")
///     while event := reader.next()
///         print("{}({}) ", event.kind, event.text)
///     end
///     print("{}\n", reader.parser.error)
///     // => OBJECT_START() KEY(a) NUMBER(1.50) OBJECT_END() ok
///     reader.destroy()
/// end
/// ```
next :: (r: Pointer{Reader}) -> (Event, Bool)
    Reflect.release_value(&r.text)
    p := &r.parser
    if p.error != Json.Error.ok
        return Event{}, false
    end
    if r.open.length == 0
        if peek(p) == 0 && p.at >= p.text.length
            return Event{}, false
        end
        return value_event(r)
    end
    is_object := r.open[r.open.length - 1] == .OBJECT_START
    if !r.is_behind_key
        if !more(p, ifx is_object => '}' else => ']' end, r.is_first)
            return end_event(r, is_object)
        end
        if is_object
            r.is_first = false
            r.is_behind_key = true
            ok := read_key(p, &r.text)
            return Event{.KEY, r.text}, ok
        end
    end
    return value_event(r)
end

end_event :: (r: Pointer{Reader}, is_object: Bool) -> (Event, Bool) #private
    if r.parser.error != Json.Error.ok
        return Event{}, false
    end
    r.open.pop()
    r.parser.depth -= 1
    r.is_first = false
    return Event{kind = ifx is_object => Event_Kind.OBJECT_END else => Event_Kind.ARRAY_END end}, true
end

value_event :: (r: Pointer{Reader}) -> (Event, Bool) #private
    p := &r.parser
    r.is_behind_key = false
    r.is_first = false
    byte := peek(p)
    match byte
    case '{', '['
        kind := ifx byte == '{' => Event_Kind.OBJECT_START else => Event_Kind.ARRAY_START end
        r.open.append(kind, location = r.parser.made_for)
        r.is_first = true
        ok := enter(p, byte, "")
        return Event{kind = kind}, ok
    case '"'
        ok := read_text(p, &r.text)
        return Event{.TEXT, r.text}, ok
    case '-', '0'..='9'
        digits, _ := number_text(p)
        return Event{.NUMBER, digits}, digits.length > 0
    case 'n'
        if take_word(p, "null")
            return Event{.NOTHING, "null"}, true
        end
    case 't'
        if take_word(p, "true")
            return Event{.BOOLEAN, "true"}, true
        end
    case 'f'
        if take_word(p, "false")
            return Event{.BOOLEAN, "false"}, true
        end
    else
    end
    return Event{}, fail(p, "no value begins so")
end

/// Reads the value that comes next, whole, as a value of a type: behind a key or the beginning of an array, or at the top. False where the array or the text ends.
/// ```
/// Json :: #import "Json"
///
/// Row :: struct
///     n: Int
/// end
///
/// main :: ()
///     reader := Json.reader("[{\"n\": 1}, {\"n\": 20}]")
///     defer reader.destroy()
///     sum := 0
///     if start := reader.next()
///         while row := reader.read_next{Row}()
///             sum += row.n
///         end
///         print("{} {} {}\n", start.kind, sum, reader.parser.error)
///     end
/// end
/// // => ARRAY_START 21 ok
/// ```
read_next :: {T}(r: Pointer{Reader}) -> (T, Bool)
    p := &r.parser
    value: T
    if !go_to_value(r)
        return value, false
    end
    if p.window != null
        Window.hold(p)
    end
    ok := read_json(p, &value)
    if p.window != null
        p.window.is_held = false
    end
    if !ok
        Reflect.release_value(&value)
        return T{}, false
    end
    return value, true
end

// To where a value begins; false where none does, at the end of the array or the text.
go_to_value :: (r: Pointer{Reader}) -> Bool #private
    p := &r.parser
    if p.error != Json.Error.ok
        return false
    end
    if r.open.length == 0
        if peek(p) == 0 && p.at >= p.text.length
            return false
        end
    else if !r.is_behind_key
        if r.open[r.open.length - 1] == .OBJECT_START
            return fail(p, "a key comes next")
        end
        if !more(p, ']', r.is_first)
            end_event(r, false)
            return false
        end
    end
    r.is_first = false
    r.is_behind_key = false
    return true
end

/// Leaves out the value that comes next, whatever it holds; false where the array or the text ends, and where something is wrong.
/// ```
/// Json :: #import "Json"
///
/// main :: ()
///     reader := Json.reader("{\"skip\": [1, {\"a\": 2}], \"take\": 3}")
///     defer reader.destroy()
///     while event := reader.next()
///         if event.kind == .KEY && event.text == "skip"
///             reader.skip_next()
///         else
///             print("{} ", event.text)
///         end
///     end
///     print("\n")
/// end
/// // =>  take 3
/// ```
skip_next :: (r: Pointer{Reader}) -> Bool
    return go_to_value(r) && skip(&r.parser)
end

// ---- Writing ----------------------------------------------------------------------------------------------------------------------

/// Writes events: what has been written goes on to `out` a piece at a time, so that no document is ever held.
Stream :: struct
    output: Output
    out: Pointer{Writer}                // null: standard output
    open: List{Event_Kind}
    is_later: Bool                      // something stands in front, in the innermost array or object
    is_behind_key: Bool
end

// So many bytes are gathered before they go on.
PIECE :: 4096 #private

/// Writes to a writer, null for standard output; with an indentation on several lines. `end_stream` writes what is left.
/// ```
/// Json :: #import "Json"
///
/// main :: ()
///     stream := Json.stream()
///     stream.begin_object()
///     stream.key("numbers")
///     stream.begin_array()
///     for i in 0..<3
///         stream.value(i)
///     end
///     stream.end_array()
///     stream.key("text")
///     stream.value("a\"b")
///     stream.end_object()
///     stream.end_stream()
///     print("\n")
/// end
/// // => {"numbers":[0,1,2],"text":"a\"b"}
/// ```
stream :: (out: Pointer{Writer} = null, indent: Int = 0, location: Pointer{Source_Location} = #caller-location) -> Stream
    return Stream{output = Output{builder = Strings.builder(location = location), indent = indent}, out = out, open = list{Event_Kind}()}
end

/// ```
/// Json :: #import "Json"
///
/// main :: ()
///     stream := Json.stream()
///     stream.begin_object()
///     stream.key("a")
///     stream.begin_array()
///     stream.value(1)
///     stream.value(true)
///     stream.end_array()
///     stream.end_object()
///     stream.end_stream()
///     print("\n")
/// end
/// // => {"a":[1,true]}
/// ```
begin_object :: (s: Pointer{Stream})
    begin_value(s)
    open_bracket(s, '{', .OBJECT_START)
end

/// ```
/// Json :: #import "Json"
///
/// main :: ()
///     stream := Json.stream()
///     stream.begin_object()
///     stream.key("a")
///     stream.begin_array()
///     stream.value(1)
///     stream.value(true)
///     stream.end_array()
///     stream.end_object()
///     stream.end_stream()
///     print("\n")
/// end
/// // => {"a":[1,true]}
/// ```
end_object :: (s: Pointer{Stream})
    close_bracket(s, '}', .OBJECT_START)
end

/// ```
/// Json :: #import "Json"
///
/// main :: ()
///     stream := Json.stream()
///     stream.begin_object()
///     stream.key("a")
///     stream.begin_array()
///     stream.value(1)
///     stream.value(true)
///     stream.end_array()
///     stream.end_object()
///     stream.end_stream()
///     print("\n")
/// end
/// // => {"a":[1,true]}
/// ```
begin_array :: (s: Pointer{Stream})
    begin_value(s)
    open_bracket(s, '[', .ARRAY_START)
end

/// ```
/// Json :: #import "Json"
///
/// main :: ()
///     stream := Json.stream()
///     stream.begin_object()
///     stream.key("a")
///     stream.begin_array()
///     stream.value(1)
///     stream.value(true)
///     stream.end_array()
///     stream.end_object()
///     stream.end_stream()
///     print("\n")
/// end
/// // => {"a":[1,true]}
/// ```
end_array :: (s: Pointer{Stream})
    close_bracket(s, ']', .ARRAY_START)
end

/// The name of a member, whose value comes next.
///
/// ```
/// Json :: #import "Json"
///
/// main :: ()
///     stream := Json.stream()
///     stream.begin_object()
///     stream.key("a")
///     stream.begin_array()
///     stream.value(1)
///     stream.value(true)
///     stream.end_array()
///     stream.end_object()
///     stream.end_stream()
///     print("\n")
/// end
/// // => {"a":[1,true]}
/// ```
key :: (s: Pointer{Stream}, name: String)
    assert(s.open.length > 0 && s.open[s.open.length - 1] == .OBJECT_START && !s.is_behind_key, "a key stands in an object, in front of a value")
    separate(&s.output, s.is_later)
    s.is_later = true
    write_key(&s.output, name)
    s.is_behind_key = true
end

/// A value of any type.
///
/// ```
/// Json :: #import "Json"
///
/// main :: ()
///     stream := Json.stream()
///     stream.begin_object()
///     stream.key("a")
///     stream.begin_array()
///     stream.value(1)
///     stream.value(true)
///     stream.end_array()
///     stream.end_object()
///     stream.end_stream()
///     print("\n")
/// end
/// // => {"a":[1,true]}
/// ```
value :: {T}(s: Pointer{Stream}, x: T)
    begin_value(s)
    copy := x
    write_json(&s.output, &copy)
    pass_on(s, PIECE)
end

/// Writes what is left and frees the memory.
///
/// ```
/// Json :: #import "Json"
///
/// main :: ()
///     stream := Json.stream()
///     stream.begin_object()
///     stream.key("a")
///     stream.begin_array()
///     stream.value(1)
///     stream.value(true)
///     stream.end_array()
///     stream.end_object()
///     stream.end_stream()
///     print("\n")
/// end
/// // => {"a":[1,true]}
/// ```
end_stream :: (s: Pointer{Stream})
    assert(s.open.length == 0, "an array or object is still open")
    pass_on(s, 0)
    s.output.builder.destroy()
    s.open.destroy()
end

begin_value :: (s: Pointer{Stream}) #private
    if s.open.length == 0
        if s.is_later
            s.output.builder.append('\n')
        end
    else if s.open[s.open.length - 1] == .ARRAY_START
        separate(&s.output, s.is_later)
    else
        assert(s.is_behind_key, "a value in an object stands behind its key")
    end
    s.is_later = true
    s.is_behind_key = false
end

open_bracket :: (s: Pointer{Stream}, bracket: u8, kind: Event_Kind) #private
    open(&s.output, bracket)
    s.open.append(kind, location = s.output.builder.made_for)
    s.is_later = false
    pass_on(s, PIECE)
end

close_bracket :: (s: Pointer{Stream}, bracket: u8, kind: Event_Kind) #private
    assert(s.open.length > 0 && s.open.pop() == kind && !s.is_behind_key, "this array or object is not open")
    close(&s.output, bracket, s.is_later)
    s.is_later = true
    pass_on(s, PIECE)
end

pass_on :: (s: Pointer{Stream}, limit: Int) #private
    if s.output.builder.length > limit
        if s.out == null
            print("{}", s.output.builder.text())
        else
            write(s.out, s.output.builder.text())
        end
        s.output.builder.clear()
    end
end
