//! The events of a text, one at a time: what module `Yaml` reads everything with.

Json :: #import "Json"
Strings :: #import "Strings"

/// What a text consists of.
Event_Kind :: enum
    END
    DOCUMENT_START
    DOCUMENT_END
    ALIAS
    SCALAR
    SEQUENCE_START
    SEQUENCE_END
    MAPPING_START
    MAPPING_END
    WRONG
end

/// How it is written: a scalar plainly, in quotes or as a block of lines, a sequence or mapping (`PLAIN`) by indentation or (`FLOW`) in brackets.
Style :: enum
    PLAIN
    SINGLE_QUOTED
    DOUBLE_QUOTED
    LITERAL
    FOLDED
    FLOW
end

/// A part of a text. Its texts last until the next event is read.
Event :: struct
    kind: Event_Kind
    style: Style
    anchor: Int                         // the number of the anchor that it defines or, an alias, refers to; or 0
    position: Int                       // where it begins, in bytes
    text: String                        // of a scalar
    tag: String                         // `tag:yaml.org,2002:str` for `!!str`
end

/// Gives the events of a text.
Reader :: struct
    text: String
    error: Json.Error
    handle: Pointer{Void}
    memory: Memory
    buffer: Strings.Builder             // texts that do not stand in the whole text as they are
end

/// A reader of a text, which has to last as long as the reader. Its memory comes from the current allocator.
///
/// ```
/// Yaml :: #import "Yaml"
///
/// main :: ()
///     reader := Yaml.reader("- 1\n- {a: b}\n- [")
///     defer reader.destroy()
///     while event := reader.next()
///         print("{} {}\n", event.kind, event.text)
///     end
///     print("{}\n", reader.error)
/// end
/// // => DOCUMENT_START
/// // => SEQUENCE_START
/// // => SCALAR 1
/// // => MAPPING_START
/// // => SCALAR a
/// // => SCALAR b
/// // => MAPPING_END
/// // => 3:3: the text ends within brackets
/// ```
reader :: (text: String, location: Pointer{Source_Location} = #caller-location) -> Reader
    r := Reader{text = text, memory = Memory{context.allocator, context.allocator_data, context.on_panic, location}, buffer = Strings.builder(location = location)}
    current = r.memory
    r.handle = hb_yaml_open(text.data, text.length, give_memory)
    return r
end

/// What `for event in reader` goes over: the reader where it is, which has the memory and knows what was wrong.
/// ```
/// reader := Yaml.reader("[1]")
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

/// The next event, or false at the end or where something is wrong.
///
/// ```
/// Yaml :: #import "Yaml"
///
/// main :: ()
///     reader := Yaml.reader("!!str 12")
///     _, _ = reader.next()
///     event, ok := reader.next()
///     print("{} {} {}\n", event.text, event.tag, ok)     // => 12 tag:yaml.org,2002:str true
///     reader.destroy()
/// end
/// ```
next :: (r: Pointer{Reader}) -> (Event, Bool)
    raw := read_raw(r)
    if raw.kind == .END || raw.kind == .WRONG
        return Event{kind = raw.kind, position = raw.position}, false
    end
    text, tag := texts_of(r, &raw)
    return Event{raw.kind, style_of(&raw), raw.anchor, raw.position, text, tag}, true
end

/// ```
/// Yaml :: #import "Yaml"
///
/// main :: ()
///     reader := Yaml.reader("a text that nobody reads")
///     reader.destroy()
///     print("{}\n", reader.next() or_else Yaml.Event{text = "nothing"})  // => Event{kind = END, style = PLAIN, anchor = 0, position = 0, text = "nothing", tag = ""}
/// end
/// ```
destroy :: (r: Pointer{Reader})
    current = r.memory
    if r.handle != null
        hb_yaml_close(r.handle, give_memory)
    end
    r.handle = null
    r.buffer.destroy()
end

/// An event as the runtime gives it: its text is a part of the whole text, or, where `text_at` is negative, one of its own.
Raw_Event :: struct
    kind: Event_Kind
    style: i32
    anchor: Int
    position: Int
    text_at: Int
    text_length: Int
    tag_length: Int
end

#assert(size_of(Raw_Event) == 48, "the runtime's event")

/// The next event as it is; a mistake is noted in `error`.
///
/// ```
/// Yaml :: #import "Yaml"
///
/// main :: ()
///     reader := Yaml.reader("a")
///     raw := Yaml.read_raw(&reader)
///     raw = Yaml.read_raw(&reader)
///     print("{} {}\n", raw.kind, raw.text_length)        // => SCALAR 1
///     reader.destroy()
/// end
/// ```
read_raw :: (r: Pointer{Reader}) -> Raw_Event
    raw: Raw_Event
    if r.handle == null
        return raw
    end
    current = r.memory
    hb_yaml_next(r.handle, &raw, give_memory)
    if raw.kind == .WRONG
        r.error = mistake_at(r.text, raw.position, message_of(Int(raw.style)))
    end
    return raw
end

/// ```
/// Yaml :: #import "Yaml"
///
/// main :: ()
///     reader := Yaml.reader("'a'")
///     raw := Yaml.read_raw(&reader)
///     raw = Yaml.read_raw(&reader)
///     print("{}\n", Yaml.style_of(&raw))                 // => SINGLE_QUOTED
///     reader.destroy()
/// end
/// ```
style_of :: (raw: Pointer{Raw_Event}) -> Style
    if raw.kind == .SEQUENCE_START || raw.kind == .MAPPING_START
        return ifx raw.style == 1 => Style.FLOW else => Style.PLAIN end
    end
    return Style(raw.style)
end

texts_of :: (r: Pointer{Reader}, raw: Pointer{Raw_Event}) -> (text: String, tag: String) #private
    if raw.text_length + raw.tag_length == 0 || raw.text_at >= 0 && raw.tag_length == 0
        return part_of(r.text, raw), ""
    end
    r.buffer.clear()
    append_texts(r, raw, &r.buffer)
    all := r.buffer.text()
    return all[..<raw.text_length], all[raw.text_length..]
end

part_of :: (text: String, raw: Pointer{Raw_Event}) -> String #private
    return ifx raw.text_at >= 0 => text[raw.text_at..<raw.text_at + raw.text_length] else => "" end
end

/// Appends the text and the tag of the event that was read last.
///
/// ```
/// Strings :: #import "Strings"
/// Yaml :: #import "Yaml"
///
/// main :: ()
///     reader := Yaml.reader("'it''s'")
///     raw := Yaml.read_raw(&reader)
///     raw = Yaml.read_raw(&reader)
///     texts := Strings.builder()
///     Yaml.append_texts(&reader, &raw, &texts)
///     print("{}\n", texts.text())                        // => it's
///     texts.destroy()
///     reader.destroy()
/// end
/// ```
append_texts :: (r: Pointer{Reader}, raw: Pointer{Raw_Event}, to: Pointer{Strings.Builder})
    length := raw.text_length + raw.tag_length
    to.reserve(length)
    hb_yaml_texts(r.handle, &to.data[to.length])
    to.length += length
end

/// What is wrong at a place: line, and column in bytes, both from 1.
///
/// ```
/// Yaml :: #import "Yaml"
///
/// main :: ()
///     print("{}\n", Yaml.mistake_at("one\ntwo", 5, "not two"))       // => 2:2: not two
/// end
/// ```
mistake_at :: (text: String, position: Int, message: String) -> Json.Error
    line, start := 1, 0
    for i in 0..<min(position, text.length)
        if text[i] == '\n'
            line += 1
            start = i + 1
        end
    end
    return Json.Error.wrong(Json.Mistake{message, line, min(position, text.length) - start + 1})
end

// The runtime numbers the mistakes: `wrong` in its module `yaml`.
message_of :: (number: Int) -> String #private
    match number
    case 1  => return "this is not UTF-8"
    case 2  => return "the text ends within brackets"
    case 3  => return "the text ends too early"
    case 4  => return "no anchor has this name"
    case 5  => return "expected a value"
    case 6  => return "expected a key of the mapping"
    case 7  => return "expected `,` or `}`"
    case 8  => return "expected `,` or `]`"
    case 9  => return "expected `-`"
    case 10 => return "expected `:` behind the key, in its line"
    case 11 => return "the indentation fits nothing above"
    case 12 => return "nothing begins with this character"
    case 13 => return "a tab where blanks are needed"
    case 14 => return "a comment needs a blank before it"
    case 15 => return "a malformed directive"
    case 16 => return "a malformed tag"
    case 17 => return "an anchor or alias needs a name"
    case 18 => return "no bracket is open that this one closes"
    case 19 => return "nested too deeply"
    case 20 => return "no `-` can stand here"
    case 21 => return "a malformed block of lines"
    case 22 => return "a text in quotes does not end"
    case 23 => return "text behind a text in quotes"
    case 24 => return "no such escape"
    case 25 => return "half of a surrogate pair"
    case 26 => return "no key can stand here"
    case 27 => return "a `:` needs a blank behind it"
    case 28 => return "no value can stand here: a text with `: ` in it needs quotes"
    case 29 => return "text behind the end of the document"
    case 30 => return "a bracket of another kind closes this one"
    else
        return "this is not YAML"
    end
end

// ---- Memory ---------------------------------------------------------------------------------------------------------------------

// Where a reader's memory comes from. The runtime's parser asks for memory without saying for whom, so each call notes it first.
Memory :: struct
    allocator: Allocator
    allocator_data: Pointer{Void}
    on_panic: Panic_Handler
    made_for: Pointer{Source_Location}  // whom to name where there is none
end

current: Memory #thread-local #private

// Gives memory, or takes back what `old` is.
give_memory :: #c-call (size: Int, alignment: Int, old: Pointer{Void}, old_size: Int) -> Pointer{Void} #private
    from := current
    with default_context(){on_panic = from.on_panic}
        if old != null
            return from.allocator(.FREE, 0, alignment, from.allocator_data, old_size, old, 0)
        end
        memory := from.allocator(.ALLOCATE, size, alignment, from.allocator_data, 0, null, bit_cast{Int}(from.made_for))
        if memory == null
            out_of_memory(size, "a reader of YAML", location = from.made_for)
        end
        return memory
    end
end

Give_Memory :: #type #c-call (size: Int, alignment: Int, old: Pointer{Void}, old_size: Int) -> Pointer{Void} #private

hb_yaml_open :: (text: Pointer{u8}, length: Int, memory: Give_Memory) -> Pointer{Void} #foreign #private
hb_yaml_next :: (reader: Pointer{Void}, out: Pointer{Raw_Event}, memory: Give_Memory) #foreign #private
hb_yaml_texts :: (reader: Pointer{Void}, out: Pointer{u8}) #foreign #private
hb_yaml_close :: (reader: Pointer{Void}, memory: Give_Memory) #foreign #private
