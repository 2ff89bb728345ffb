//! What a parser has of a text that is read from a file piece by piece. `peek` and the others ask for more where the window ends, so that a text that lies in memory as a
//! whole pays nothing for it.
//!
//! What has been read leaves the window, unless it is held: while a value of a type is read, places in the text stay where they are.

#import "List"
#import "Reading"
#import "Strings" (find_byte, is_digit, starts_with)
Json :: #import "Json"

Window :: struct
    // of any type, with the procedure that knows it: a program that reads texts alone has nothing to do with files
    file: Pointer{Void}
    fill: Fill
    bytes: List{u8}
    step: Int                           // so many bytes are asked for at once
    lines: Int                          // that have left the window
    column: Int                         // bytes of the window's first line that have left it
    is_held: Bool
    is_at_end: Bool
end

Fill :: #type (p: Pointer{Parser}) -> Bool

STEP :: 64 * 1024 #private

/// A window onto what a file's reader gives: an `Io.Reader`, or another type that has its `read`.
/// ```
/// Fs :: #import "Fs"
/// Io :: #import "Io"
/// Json :: #import "Json"
///
/// main :: ()
///     Fs.write_text("numbers.json", "[1, 2]")
///     file, _ := Io.open_reader("numbers.json")
///     defer file.close()
///     p := Json.Parser{window = Window.window(&file)}
///     print("{} {}\n", Json.peek(&p) == '[', p.text)       // => true [1, 2]
///     Window.destroy(p.window)
/// end
/// ```
window :: {F}(file: Pointer{F}, location: Pointer{Source_Location} = #caller-location) -> Pointer{Window}
    w := new{Window}(location = location)
    w@ = Window{file = file, fill = fill_from_file{F}, bytes = list{u8}(STEP, location = location), step = STEP}
    return w
end

/// Frees a window; the file stays open.
/// ```
/// Fs :: #import "Fs"
/// Io :: #import "Io"
/// Json :: #import "Json"
///
/// main :: ()
///     Fs.write_text("part.json", "1")
///     file, _ := Io.open_reader("part.json")
///     defer file.close()
///     p := Json.Parser{window = Window.window(&file)}
///     defer Window.destroy(p.window)
///     p.window.step = 1
///     print("{}\n", Window.refill(&p))                        // => true
/// end
/// ```
destroy :: (w: Pointer{Window})
    if w != null
        with context{allocator = w.bytes.allocator, allocator_data = w.bytes.allocator_data}
            w.bytes.destroy()
            free(w)
        end
    end
end

/// Reads more behind what there is; false at the text's end and where reading fails. The place of the parser may be another one then, unless the window is held.
/// ```
/// Fs :: #import "Fs"
/// Io :: #import "Io"
/// Json :: #import "Json"
///
/// main :: ()
///     Fs.write_text("part.json", "[1, 2]")
///     file, _ := Io.open_reader("part.json")
///     defer file.close()
///     p := Json.Parser{window = Window.window(&file)}
///     defer Window.destroy(p.window)
///     p.window.step = 2
///     Window.refill(&p)
///     print("{:?} ", p.text)
///     p.at = 1
///     Window.refill(&p)
///     print("{:?}\n", p.text)                               // => "[1" "1, "
/// end
/// ```
refill :: (p: Pointer{Parser}) -> Bool #cold #no-inline
    return p.window != null && !p.window.is_at_end && p.window.fill(p)
end

fill_from_file :: {F}(p: Pointer{Parser}) -> Bool #private
    w := p.window
    if !w.is_held
        drop(p)
    end
    if w.bytes.length == w.bytes.capacity
        w.bytes.reserve(w.bytes.length + 1, location = p.made_for)
    end
    room := Slice{u8}{data = &w.bytes.data[w.bytes.length], length = min(w.step, w.bytes.capacity - w.bytes.length)}
    count, error := Pointer{F}(w.file).read(room, location = p.made_for)
    w.bytes.length += count
    p.text = String{data = w.bytes.data, length = w.bytes.length}
    w.is_at_end = count == 0
    match error
    case .failed failure
        if p.error == Json.Error.ok
            p.error = Json.Error.failed(failure)
        end
    case .ok
    end
    return count > 0
end

/// Begins to hold what is read from here on, so that places in it stay valid.
/// ```
/// Fs :: #import "Fs"
/// Io :: #import "Io"
/// Json :: #import "Json"
///
/// main :: ()
///     Fs.write_text("part.json", "[1, 2]")
///     file, _ := Io.open_reader("part.json")
///     defer file.close()
///     p := Json.Parser{window = Window.window(&file)}
///     defer Window.destroy(p.window)
///     p.window.step = 2
///     Window.hold(&p)
///     while Window.refill(&p)
///     end
///     print("{:?}\n", p.text)                               // => "[1, 2]"
/// end
/// ```
hold :: (p: Pointer{Parser})
    // moving no more than what has been read since: a small window does not grow by small values
    if p.at > p.text.length - p.at
        drop(p)
    end
    p.window.is_held = true
end

// What has been read leaves the window.
drop :: (p: Pointer{Parser}) #private
    w := p.window
    gone := p.text[..<p.at]
    last, at := -1, find_byte(gone, '\n')
    while at >= 0
        w.lines += 1
        last = at
        at = find_byte(gone, '\n', at + 1)
    end
    w.column = ifx last < 0 => w.column + gone.length else => gone.length - last - 1 end
    w.bytes.length -= gone.length
    memory_move(w.bytes.data, &w.bytes.data[gone.length], w.bytes.length)
    p.text = String{data = w.bytes.data, length = w.bytes.length}
    p.at = 0
end

/// Makes sure that a number that begins here lies in the window, with a byte behind it; false where reading fails.
/// ```
/// Fs :: #import "Fs"
/// Io :: #import "Io"
/// Json :: #import "Json"
///
/// main :: ()
///     Fs.write_text("part.json", "12345, 6")
///     file, _ := Io.open_reader("part.json")
///     defer file.close()
///     p := Json.Parser{window = Window.window(&file)}
///     defer Window.destroy(p.window)
///     p.window.step = 2
///     Json.peek(&p)
///     print("{:?} ", p.text)
///     Window.take_in_number(&p)
///     print("{:?}\n", p.text)                               // => "12" "12345,"
/// end
/// ```
take_in_number :: (p: Pointer{Parser}) -> Bool #cold #no-inline
    at := p.at
    while true
        while at < p.text.length && is_in_number(p.text[at])
            at += 1
        end
        if at < p.text.length
            return true
        end
        count := at - p.at
        if !refill(p)
            return p.error == Json.Error.ok
        end
        at = p.at + count
    end
end

is_in_number :: (byte: u8) -> Bool #private => is_digit(byte) || byte == '-' || byte == '+' || byte == '.' || byte == 'e' || byte == 'E'

/// Makes sure that as much of a word lies in the window as the text has; false where the text goes on in another way.
/// ```
/// Fs :: #import "Fs"
/// Io :: #import "Io"
/// Json :: #import "Json"
///
/// main :: ()
///     Fs.write_text("part.json", "null, 6")
///     file, _ := Io.open_reader("part.json")
///     defer file.close()
///     p := Json.Parser{window = Window.window(&file)}
///     defer Window.destroy(p.window)
///     p.window.step = 1
///     Json.peek(&p)
///     print("{:?} {} ", p.text, Window.take_in_word(&p, "null"))
///     print("{:?}\n", p.text)                               // => "n" true "null"
/// end
/// ```
take_in_word :: (p: Pointer{Parser}, word: String) -> Bool #cold #no-inline
    while p.text.length - p.at < word.length && starts_with(word, p.text[p.at..])
        if !refill(p)
            return false
        end
    end
    return starts_with(p.text[p.at..], word)
end

/// How many bytes at the end begin a rune that is not whole.
/// ```
/// main :: ()
///     print("{} {}\n", Window.length_of_cut_rune("a\xf0\x9f"), Window.length_of_cut_rune("aä"))      // => 2 0
/// end
/// ```
length_of_cut_rune :: (text: String) -> Int
    for count in 1..=min(text.length, 3)
        byte := text[text.length - count]
        if byte >= 0xc0
            needed := 2 + Int(byte >= 0xe0) + Int(byte >= 0xf0)
            return ifx count < needed => count else => 0 end
        end
        if byte < 0x80
            return 0
        end
    end
    return 0
end
