//! Messages for whoever runs the program, through the logger of the context.
//!
//! ```
//! Log.info("listening on port {}", 8080)
//! with context{logger = Log.to_json, log_mode = .VERBOSE}
//!     Log.debug("{} connections", 3)
//! end
//! ```
//!
//! A library logs and does not know where to; its caller chooses with `context.logger` and `context.logger_data`. How much is said is `context.log_mode`:
//! errors and warnings are `MINIMAL`, `info` is `EVERYDAY`, `debug` is `VERBOSE`, and `NONE` says nothing at all. What is not said costs its
//! formatting, or not even that with `message`.
//!
//! Loggers: `default_logger` of the Prelude (`level: message` on standard error), `to_file`, `to_json`, `silent`. A line is one
//! write, so that lines of several threads do not mix. A logger of your own is a procedure of the type `Logger`: it gets the text, the level or
//! the name of what speaks, the mode, and `context.logger_data`. Nobody tells it who speaks, so where memory ends while it puts a long line together the place
//! that is named lies in it. In compile-time execution messages go to standard error as well.

/// How much is said: messages of a higher mode are dropped.
#add-context log_mode: LogMode = .EVERYDAY

/// Something has gone wrong.
/// ```
/// Log.error("cannot open {:?}", "a.txt")              // error: cannot open "a.txt"
/// ```
error :: (format: String, items: ..Any) #format end

/// Something may go wrong.
/// ```
/// Log.warning("{} is deprecated", "-x")               // warning: -x is deprecated
/// ```
warning :: (format: String, items: ..Any) #format end

/// What happens.
/// ```
/// Log.info("listening on port {}", 8080)              // info: listening on port 8080
/// ```
info :: (format: String, items: ..Any) #format end

/// What only somebody who looks for a mistake wants to know.
/// ```
/// Log.debug("{} connections", 3)                      // says nothing, unless `log_mode` is `VERBOSE`
/// ```
debug :: (format: String, items: ..Any) #format end

/// A message of some mode under the name of whatever speaks; when it is not said, nothing is formatted.
/// ```
/// Log.message(.EVERYDAY, "cache", "{} hits", 12)      // cache: 12 hits
/// ```
message :: (mode: LogMode, ident: String, format: String, items: ..Any) #format end

// ---- Loggers ----------------------------------------------------------------------------------------------------------

/// Where `to_file` and `to_json` write.
File :: struct
    descriptor: i32 = 2
end

/// A file that messages are appended to; it is made if it is not there. False if that cannot be.
/// ```
/// file, is_open := Log.open("/tmp/hubbub-example.log")
/// if is_open
///     defer file.close()
///     with context{logger = Log.to_file, logger_data = &file}
///         Log.info("it goes into the file")
///     end
/// end
/// ```
open :: (path: String) -> (File, Bool)
    descriptor := hb_rt_log_open(path.data, path.length)
    return File{descriptor = descriptor}, descriptor >= 0
end

/// Closes the file.
/// ```
/// file, _ := Log.open("/tmp/hubbub-example.log")
/// file.close()
/// ```
close :: (file: Pointer{File})
    hb_rt_log_close(file.descriptor)
    file.descriptor = 2
end

/// Writes `level: message` and a newline to the `File` that `context.logger_data` points to; to standard error if that is null.
/// ```
/// with context{logger = Log.to_file}
///     Log.info("on standard error, for there is no file")
/// end
/// ```
to_file :: (text: String, ident: String, _mode: LogMode, data: Pointer{Void})
    storage: Format_Storage = uninit
    out := format_begin(&storage)
    if ident.length > 0
        write(out, ident)
        write(out, ": ")
    end
    write(out, text)
    write(out, "\n")
    put_line(out, data)
end

/// Writes an object a line: `{"level": "info", "thread": 0, "message": "…"}`; where to as `to_file`.
/// ```
/// with context{logger = Log.to_json}
///     Log.info("three words here")                    // {"level": "info", "thread": 0, "message": "three words here"}
/// end
/// ```
to_json :: (text: String, ident: String, _mode: LogMode, data: Pointer{Void})
    storage: Format_Storage = uninit
    out := format_begin(&storage)
    write(out, "{\"level\": ")
    write_json(out, ident)
    write(out, ", \"thread\": ")
    put(out, u64(context.thread_index))
    write(out, ", \"message\": ")
    write_json(out, text)
    write(out, "}\n")
    put_line(out, data)
end

/// Says nothing.
/// ```
/// with context{logger = Log.silent}
///     Log.error("nobody hears this")
/// end
/// ```
silent :: (_text: String, _ident: String, _mode: LogMode, _data: Pointer{Void})
end

put_line :: (out: Pointer{Writer}, data: Pointer{Void}) #private
    if data == null
        hb_rt_write_error(out.data, out.length)
    else
        hb_rt_log_write(Pointer{File}(data).descriptor, out.data, out.length)
    end
    give_back(out)
end

/// Writes a string as JSON does.
/// ```
/// #import "Strings"
/// b := builder()
/// out := b.writer()
/// Log.write_json(&out, "a \"word\"\n")
/// print("{}\n", b.text())                             // => "a \"word\"\n"
/// ```
write_json :: (out: Pointer{Writer}, text: String)
    write(out, "\"")
    start := 0
    for i in 0..<text.length
        byte := text[i]
        if byte == '"' || byte == '\\' || byte < ' '
            write(out, text[start..<i])
            start = i + 1
            if byte == '"'
                write(out, "\\\"")
            else if byte == '\\'
                write(out, "\\\\")
            else if byte == '\n'
                write(out, "\\n")
            else if byte == '\t'
                write(out, "\\t")
            else
                write(out, "\\u00")
                format(out, &byte, Format_Spec{kind = .HEX, width = 2, zero = true})
            end
        end
    end
    write(out, text[start..])
    write(out, "\"")
end

// ---- How messages are put together --------------------------------------------------------------------------------------

// In front of the text, in the same storage.
Heading :: struct #private
    ident: String
    mode: LogMode
end

HEADING :: 24 #private

begin :: (storage: Pointer{Format_Storage}, mode: LogMode, ident: String, location: Pointer{Source_Location}) -> Pointer{Writer} #private
    out := format_begin(storage, location = location)
    Pointer{Heading}(&storage.room[0])@ = Heading{ident, mode}
    out.data = &storage.room[HEADING]
    out.capacity -= HEADING
    if i32(mode) > i32(context.log_mode)
        out.drain = discard
        out.capacity = 0
    end
    return out
end

discard :: (_out: Pointer{Writer}, _text: String) #private
end

end_message :: (out: Pointer{Writer}) #private
    if out.drain != discard
        heading := Pointer{Heading}(&Pointer{Format_Storage}(out).room[0])
        context.logger(written(out), heading.ident, heading.mode, context.logger_data)
        give_back(out)
    end
end

say :: (mode: LogMode, ident: String, text: String) #private
    if i32(mode) <= i32(context.log_mode)
        context.logger(text, ident, mode, context.logger_data)
    end
end

// A text that was longer than its storage.
give_back :: (out: Pointer{Writer}) #private
    if out.owner != null
        release(out.owner, out.capacity, 1)
    end
end

// Calls whose format is no constant are calls of these.

error_formatted :: (text: String, items: ..Any) #private
    say_formatted(.MINIMAL, "error", text, items)
end

warning_formatted :: (text: String, items: ..Any) #private
    say_formatted(.MINIMAL, "warning", text, items)
end

info_formatted :: (text: String, items: ..Any) #private
    say_formatted(.EVERYDAY, "info", text, items)
end

debug_formatted :: (text: String, items: ..Any) #private
    say_formatted(.VERBOSE, "debug", text, items)
end

message_formatted :: (mode: LogMode, ident: String, text: String, items: ..Any) #private
    say_formatted(mode, ident, text, items)
end

say_formatted :: (mode: LogMode, ident: String, text: String, items: Slice{Any}) #private
    storage: Format_Storage = uninit
    out := message_begin(&storage, mode, ident)
    if out != null
        write_formatted(out, text, items)
        end_message(out)
    end
end

/// What `error` does with a format without placeholders.
/// ```
/// Log.error_text("no placeholders")
/// ```
error_text :: (text: String)
    say(.MINIMAL, "error", text)
end

/// What `error` begins with: where the message is written.
/// ```
/// storage: Format_Storage = uninit
/// out := Log.error_begin(&storage)
/// write(out, "made by hand")
/// Log.error_end(out)
/// ```
error_begin :: (storage: Pointer{Format_Storage}, location: Pointer{Source_Location} = #caller-location) -> Pointer{Writer}
    return begin(storage, .MINIMAL, "error", location)
end

/// What `error` ends with: the message is said.
/// ```
/// storage: Format_Storage = uninit
/// out := Log.error_begin(&storage)
/// write(out, "made by hand")
/// Log.error_end(out)
/// ```
error_end :: (out: Pointer{Writer})
    end_message(out)
end

/// What `warning` does with a format without placeholders.
/// ```
/// Log.warning_text("no placeholders")
/// ```
warning_text :: (text: String)
    say(.MINIMAL, "warning", text)
end

/// What `warning` begins with.
/// ```
/// storage: Format_Storage = uninit
/// out := Log.warning_begin(&storage)
/// write(out, "made by hand")
/// Log.warning_end(out)
/// ```
warning_begin :: (storage: Pointer{Format_Storage}, location: Pointer{Source_Location} = #caller-location) -> Pointer{Writer}
    return begin(storage, .MINIMAL, "warning", location)
end

/// What `warning` ends with.
/// ```
/// storage: Format_Storage = uninit
/// out := Log.warning_begin(&storage)
/// write(out, "made by hand")
/// Log.warning_end(out)
/// ```
warning_end :: (out: Pointer{Writer})
    end_message(out)
end

/// What `info` does with a format without placeholders.
/// ```
/// Log.info_text("no placeholders")
/// ```
info_text :: (text: String)
    say(.EVERYDAY, "info", text)
end

/// What `info` begins with.
/// ```
/// storage: Format_Storage = uninit
/// out := Log.info_begin(&storage)
/// write(out, "made by hand")
/// Log.info_end(out)
/// ```
info_begin :: (storage: Pointer{Format_Storage}, location: Pointer{Source_Location} = #caller-location) -> Pointer{Writer}
    return begin(storage, .EVERYDAY, "info", location)
end

/// What `info` ends with.
/// ```
/// storage: Format_Storage = uninit
/// out := Log.info_begin(&storage)
/// write(out, "made by hand")
/// Log.info_end(out)
/// ```
info_end :: (out: Pointer{Writer})
    end_message(out)
end

/// What `debug` does with a format without placeholders.
/// ```
/// Log.debug_text("no placeholders")
/// ```
debug_text :: (text: String)
    say(.VERBOSE, "debug", text)
end

/// What `debug` begins with.
/// ```
/// storage: Format_Storage = uninit
/// out := Log.debug_begin(&storage)
/// Log.debug_end(out)
/// ```
debug_begin :: (storage: Pointer{Format_Storage}, location: Pointer{Source_Location} = #caller-location) -> Pointer{Writer}
    return begin(storage, .VERBOSE, "debug", location)
end

/// What `debug` ends with.
/// ```
/// storage: Format_Storage = uninit
/// out := Log.debug_begin(&storage)
/// Log.debug_end(out)
/// ```
debug_end :: (out: Pointer{Writer})
    end_message(out)
end

/// What `message` does with a format without placeholders.
/// ```
/// Log.message_text(.EVERYDAY, "cache", "no placeholders")
/// ```
message_text :: (mode: LogMode, ident: String, text: String)
    say(mode, ident, text)
end

/// What `message` begins with.
/// ```
/// storage: Format_Storage = uninit
/// out := Log.message_begin(&storage, .EVERYDAY, "cache")
/// write(out, "made by hand")
/// Log.message_end(out)
/// ```
message_begin :: (storage: Pointer{Format_Storage}, mode: LogMode, ident: String, location: Pointer{Source_Location} = #caller-location) -> Pointer{Writer}
    if i32(mode) > i32(context.log_mode)
        return null
    end
    return begin(storage, mode, ident, location)
end

/// What `message` ends with.
/// ```
/// storage: Format_Storage = uninit
/// out := Log.message_begin(&storage, .EVERYDAY, "cache")
/// write(out, "made by hand")
/// Log.message_end(out)
/// ```
message_end :: (out: Pointer{Writer})
    end_message(out)
end

hb_rt_write_error :: (data: Pointer{u8}, length: Int) #foreign #private
hb_rt_log_open :: (path: Pointer{u8}, length: Int) -> i32 #foreign #private
hb_rt_log_write :: (file: i32, data: Pointer{u8}, length: Int) #foreign #private
hb_rt_log_close :: (file: i32) #foreign #private
