//! The program's arguments into a struct, by its fields.
//!
//! ```
//! #import "List"
//!
//! Options :: struct
//!     verbose: Bool           #tag "cli:v say more"
//!     count: Int = 1          #tag "cli:n how often"
//!     output: String          #tag "cli:o where to"
//!     files: List{String}     #tag "cli: what to read"
//! end
//!
//! arguments: Slice{String} = {"program", "-v", "--count=3", "a.txt", "b.txt"}    // those that `main` gets
//! options, error := Cli.parse{Options}(arguments)
//! if error != .ok
//!     print_error("{}\n{}", error, Cli.usage{Options}(arguments[0]))
//! end
//! options.verbose           // => true
//! options.count             // => 3
//! options.files             // => ["a.txt", "b.txt"]
//! ```
//!
//! A field is an option by its name: `--count 3`, `--count=3`; `_` is written `-`. A tag `cli:LETTER(WORDS) text` says more, each part of it as you like:
//!
//! - a letter for it, `-n 3`, `-n3`, `-n=3`; letters of `Bool` fields may stand together, `-vn3`;
//! - words between commas: `required`; `position` for what is given without a name, in the order of the fields; `option` for a `List{String}` that is one;
//! - a text for the usage.
//!
//! In a tag that says something to other formats as well this comes last: `json:howOften, cli:n how often`.
//!
//! `Bool` fields take no value but `=true` or `=false`. Numbers, strings and enums are read as such, and `Maybe` of these says whether there was one. What comes several times goes into a
//! `List`; a `List{String}` without a letter takes all that is no option. So does what stands behind `--`. A field of a union type stands for commands: the argument that is the name of a
//! member makes it the current one, and what follows is read into its payload, a struct with options of its own.

#import "List"
Reflect :: #import "Reflect"
Strings :: #import "Strings"

/// What is wrong with the arguments.
Error :: union #error
    ok
    help: String                        // nothing: `--help` or `-h` asks for the usage, of this command if it is not empty
    unknown: String                     // an option that there is none of
    missing: String                     // an option without its value
    invalid: Invalid                    // a value that its option cannot have
    unexpected: String                  // an argument that nobody takes
    required: String                    // an option or argument that has to be given, and is not
end

Invalid :: struct
    option: String
    value: String
end

/// Reads the arguments, of which the first is the program's name. Strings in the result are those of the arguments.
/// ```
/// #import "List"
/// Options :: struct
///     count: Int = 1     #tag "cli:n how often"
///     ids: List{Int}     #tag "cli:i"
///     files: List{String}
/// end
/// options, error := Cli.parse{Options}({"program", "-n3", "-i", "7", "--ids=8", "a.txt"})
/// error                                     // => ok
/// options.count                             // => 3
/// options.ids                               // => [7, 8]
/// options.files                             // => ["a.txt"]
/// ```
///
/// Commands:
/// ```
/// Add :: struct
///     force: Bool        #tag "cli:f"
///     name: String       #tag "cli:(position, required)"
/// end
/// Command :: union
///     status
///     add: Add
/// end
/// Options :: struct
///     verbose: Bool      #tag "cli:v"
///     command: Command
/// end
/// options, error := Cli.parse{Options}({"program", "-v", "add", "-f", "x"})
/// error                                     // => ok
/// options.command                           // => add(Add{force = true, name = "x"})
/// ```
parse :: {T}(arguments: Slice{String}, location: Pointer{Source_Location} = #caller-location) -> (T, Error)
    result: T
    error := parse_into(&result, arguments, 1, location)
    return result, error
end

/// The same for programs that have nothing better to do with what is wrong: they say so with their usage on standard error, and end with status 2; after `--help`,
/// with the usage on standard output and status 0.
/// ```
/// Options :: struct
///     count: Int = 1     #tag "cli:n how often"
/// end
/// Cli.parse_or_exit{Options}({"program", "-n", "3"}).count      // => 3
/// ```
parse_or_exit :: {T}(arguments: Slice{String}, location: Pointer{Source_Location} = #caller-location) -> T
    program := ifx arguments.length > 0 => arguments[0] else => "program" end
    result, error := parse{T}(arguments, location = location)
    match error
    case .ok
    case .help command
        print("{}", usage_of{T}(program, command, location))
        hb_rt_exit(0)
    else
        print_error("{}\n{}", error, usage{T}(program, location = location))
        hb_rt_exit(2)
    end
    return result
end

// ---- Reading ------------------------------------------------------------------------------------------------------------------

// What a tag says. It is read when the program is compiled.
Tag :: struct #private
    letter: u8                          // 0 if there is none
    words: String
    text: String
end

read_tag :: (tag: String) -> Tag #private
    result: Tag
    rest, is_there := Reflect.said_to("cli", tag)
    if !is_there
        return result
    end
    if rest.length > 0 && rest[0] != ' ' && rest[0] != '('
        result.letter = rest[0]
        rest = rest[1..]
    end
    behind := Strings.find_byte(rest, ')')
    if rest.length > 0 && rest[0] == '(' && behind > 0
        result.words = rest[1..<behind]
        rest = rest[behind + 1..]
    end
    result.text = Strings.trim(rest)
    return result
end

// Whether a tag is for others, or says what `read_tag` understands.
is_right_tag :: (tag: String) -> Bool #private
    rest, is_there := Reflect.said_to("cli", tag)
    if !is_there
        return true
    end
    if rest.length > 0 && rest[0] != ' ' && rest[0] != '('
        rest = rest[1..]
    end
    if rest.length > 0 && rest[0] == '('
        close := Strings.find_byte(rest, ')')
        if close < 0
            return false
        end
        for part in Strings.split(rest[1..<close], ",")
            match Strings.trim(part)
            case "required", "position", "option"
            else
                return false
            end
        end
        return true
    end
    return rest.length == 0 || rest[0] == ' '
end

has_word :: (tag: String, word: String) -> Bool #private
    for part in Strings.split(read_tag(tag).words, ",")
        if Strings.trim(part) == word
            return true
        end
    end
    return false
end

// Whether a field takes what is given without a name.
is_position :: {F}(tag: String) -> Bool #private
    #if F == List{String}
        return read_tag(tag).letter == 0 && !has_word(tag, "option")
    #else
        return has_word(tag, "position")
    #end
end

parse_into :: {T}(result: Pointer{T}, arguments: Slice{String}, first: Int, location: Pointer{Source_Location}) -> Error #private
    at, only_values := first, false
    seen: Reflect.Fields_Seen
    #for f in fields(T)
        #assert(is_right_tag(f.tag), "a tag of a field is `cli:LETTER(WORDS) text`, a blank before the text; words are `required`, `position`, `option`")
    #end
    while at < arguments.length
        argument := arguments[at]
        at += 1
        if !only_values && argument == "--"
            only_values = true
        else if only_values || argument.length < 2 || argument[0] != '-' || is_number(result, argument)
            is_command := !only_values && take_command(result, &seen, arguments, at - 1, location) or_return
            if is_command
                break
            end
            take_position(result, &seen, argument, location) or_return
        else if argument[1] == '-'
            take_long(result, &seen, arguments, &at, location) or_return
        else
            take_letters(result, &seen, arguments, &at, location) or_return
        end
    end
    #for f in fields(T)
        if #run has_word(f.tag, "required") && !Reflect.note_field(&seen, f.index)
            return Error.required(f.name)
        end
    #end
    return Error.ok
end

// A negative number is no option, unless its first digit is a letter of one.
is_number :: {T}(_result: Pointer{T}, argument: String) -> Bool #private
    if !Strings.is_digit(argument[1]) && argument[1] != '.'
        return false
    end
    #for f in fields(T)
        if #run read_tag(f.tag).letter == argument[1]
            return false
        end
    #end
    return true
end

take_position :: {T}(result: Pointer{T}, seen: Pointer{Reflect.Fields_Seen}, argument: String, location: Pointer{Source_Location}) -> Error #private
    #for f in fields(T)
        if #run is_position{f.type}(f.tag)
            was_seen := Reflect.note_field(seen, f.index)
            if !was_seen || is_list(&field(result@, f))
                return ifx read(&field(result@, f), argument, location) => Error.ok else => Error.invalid(Invalid{f.name, argument}) end
            end
        end
    #end
    return Error.unexpected(argument)
end

// `--name`, `--name=value`, `--name value`.
take_long :: {T}(result: Pointer{T}, seen: Pointer{Reflect.Fields_Seen}, arguments: Slice{String}, at: Pointer{Int}, location: Pointer{Source_Location}) -> Error #private
    name, value, has_value := Strings.cut(arguments[at@ - 1], "=")
    #for f in fields(T)
        if is_named(f.name, name[2..]) && !(#run is_position{f.type}(f.tag)) && !is_command(&field(result@, f))
            _ = Reflect.note_field(seen, f.index)
            return take_value(&field(result@, f), name, value, has_value, arguments, at, location)
        end
    #end
    return ifx name == "--help" => Error.help("") else => Error.unknown(name) end
end

// `-v`, `-vx`, `-n3`, `-n=3`, `-n 3`.
take_letters :: {T}(result: Pointer{T}, seen: Pointer{Reflect.Fields_Seen}, arguments: Slice{String}, at: Pointer{Int}, location: Pointer{Source_Location}) -> Error #private
    letters := arguments[at@ - 1]
    for i in 1..<letters.length
        found, is_done := false, false
        #for f in fields(T)
            if !found && #run read_tag(f.tag).letter == letters[i]
                found = true
                _ = Reflect.note_field(seen, f.index)
                rest := letters[i + 1..]
                #if f.type == Bool
                    is_done = rest.length > 0 && rest[0] == '='
                #else
                    is_done = true
                #end
                name := ifx i == 1 => letters[..<2] else => letters end
                value := ifx is_done => Strings.trim_prefix(rest, "=") else => "" end
                take_value(&field(result@, f), name, value, is_done && rest.length > 0, arguments, at, location) or_return
            end
        #end
        if !found
            return ifx letters[i] == 'h' => Error.help("") else => Error.unknown(ifx i == 1 => letters[..<1 + width_at(letters, 1)] else => Strings.concat("-", letters[i..<i + width_at(letters, i)], location = location) end) end
        end
        if is_done
            break
        end
    end
    return Error.ok
end

// How long the letter is that begins there: those of people may be longer than those of options.
width_at :: (text: String, at: Int) -> Int #private
    _, width := decode_rune(&text.data[at], text.length - at)
    return width
end

// An option's value: behind it, or the next argument.
take_value :: {F}(place: Pointer{F}, name: String, value: String, has_value: Bool, arguments: Slice{String}, at: Pointer{Int}, location: Pointer{Source_Location}) -> Error #private
    given := value
    if !has_value
        #if F == Bool
            place@ = true
            return Error.ok
        #else
            if at@ >= arguments.length
                return Error.missing(name)
            end
            given = arguments[at@]
            at@ += 1
        #end
    end
    return ifx read(place, given, location) => Error.ok else => Error.invalid(Invalid{name, given}) end
end

// Whether an option as it is given, without its dashes, is that of a field.
is_named :: (field_name: String, given: String) -> Bool #private
    if given.length != field_name.length
        return false
    end
    for i in 0..<field_name.length
        if given[i] != ifx field_name[i] == '_' => u8('-') else => field_name[i] end
            return false
        end
    end
    return true
end

// ---- Commands -----------------------------------------------------------------------------------------------------------------

is_command :: {F}(_field: Pointer{F}) -> Bool #private => false
is_command :: {F}(_field: Pointer{Maybe{F}}) -> Bool #private => false
is_command :: {F}(_field: Pointer{F}) -> Bool where is_union(F) #private => true

take_command :: {T}(result: Pointer{T}, seen: Pointer{Reflect.Fields_Seen}, arguments: Slice{String}, at: Int, location: Pointer{Source_Location}) -> (Bool, Error) #private
    #for f in fields(T)
        if is_command(&field(result@, f))
            is_taken, error := choose(&field(result@, f), arguments, at, location)
            if is_taken
                _ = Reflect.note_field(seen, f.index)
                return true, error
            end
        end
    #end
    return false, Error.ok
end

choose :: {F}(_field: Pointer{F}, _arguments: Slice{String}, _at: Int, _location: Pointer{Source_Location}) -> (Bool, Error) #private => return false, Error.ok
choose :: {F}(_field: Pointer{Maybe{F}}, _arguments: Slice{String}, _at: Int, _location: Pointer{Source_Location}) -> (Bool, Error) #private => return false, Error.ok
choose :: {F}(x: Pointer{F}, arguments: Slice{String}, at: Int, location: Pointer{Source_Location}) -> (Bool, Error) where is_union(F) #private
    #for f in fields(F)
        if is_named(f.name, arguments[at])
            Reflect.set_member(x, f.index)
            #if f.type != Void
                to_default(&field(x@, f))
                error := parse_into(&field(x@, f), arguments, at + 1, location)
                match error
                case .help inner => error = Error.help(ifx inner.length == 0 => arguments[at] else => Strings.join({arguments[at], inner}, " ", location = location) end)
                else
                end
                return true, error
            #else
                return true, ifx at + 1 == arguments.length => Error.ok else if is_help(arguments[at + 1]) => Error.help("") else => Error.unexpected(arguments[at + 1]) end
            #end
        end
    #end
    return false, Error.ok
end

is_help :: (argument: String) -> Bool #private => argument == "--help" || argument == "-h"

to_default :: {F}(x: Pointer{F}) #private
    x@ = F{}
end

// ---- Values -------------------------------------------------------------------------------------------------------------------

is_list :: {F}(_field: Pointer{F}) -> Bool #private => false
is_list :: {F}(_field: Pointer{List{F}}) -> Bool #private => true

read :: (x: Pointer{String}, text: String, _location: Pointer{Source_Location}) -> Bool #private
    x@ = text
    return true
end

read :: (x: Pointer{Bool}, text: String, _location: Pointer{Source_Location}) -> Bool #private
    value, ok := Strings.parse_bool(text)
    if ok
        x@ = value
    end
    return ok
end

read :: {T}(x: Pointer{T}, text: String, _location: Pointer{Source_Location}) -> Bool where is_integer(T) #private
    found: T
    ok := false
    #if size_of(T) == 16
        is_negative := is_signed(T) && Strings.starts_with(text, "-")
        most := ifx is_signed(T) => u128(1) << 127 else => ~u128(0) end
        limit := ifx is_signed(T) && !is_negative => most - 1 else => most end
        value, is_number := magnitude(text[ifx is_negative => 1 else => 0 end..], limit)
        found, ok = T(ifx is_negative => 0 - value else => value end), is_number
    #else
        #if is_unsigned(T)
            value, is_number := Strings.parse_uint(text)
            found = T(value)
            ok = is_number && u64(found) == value
        #else
            value, is_number := Strings.parse_int(text)
            found = T(value)
            ok = is_number && Int(found) == value
        #end
    #end
    if ok
        x@ = found
    end
    return ok
end

// What decimal digits say, if it is not above a limit.
magnitude :: (digits: String, limit: u128) -> (u128, Bool) #private
    value: u128
    for i in 0..<digits.length
        digit := u128(Strings.digit_of(digits[i]))
        if digit > 9 || value > (limit - digit) / 10
            return 0, false
        end
        value = 10 * value + digit
    end
    return value, digits.length > 0
end

read :: {T}(x: Pointer{T}, text: String, _location: Pointer{Source_Location}) -> Bool where is_float(T) #private
    #if size_of(T) == 8
        value, ok := Strings.parse_float(text)
        x@ = ifx ok => T(value) else => x@ end
        return ok
    #else
        value, ok := Strings.parse_f32(text)
        x@ = ifx ok => T(value) else => x@ end
        return ok
    #end
end

read :: {T}(x: Pointer{T}, text: String, _location: Pointer{Source_Location}) -> Bool where is_enum(T) #private
    found := false
    #for member in members(T)
        if is_member_name(enum_name(member), text)
            x@ = member
            found = true
        end
    #end
    return found
end

// In small letters or capitals, with `-` or `_`.
is_member_name :: (name: String, given: String) -> Bool #private
    if given.length != name.length
        return false
    end
    for i in 0..<name.length
        byte := ifx given[i] == '-' => u8('_') else => given[i] end
        if Strings.lower(byte) != Strings.lower(name[i])
            return false
        end
    end
    return true
end

read :: {T}(x: Pointer{Maybe{T}}, text: String, location: Pointer{Source_Location}) -> Bool #private
    value: T
    ok := read(&value, text, location)
    if ok
        x@ = some(value)
    end
    return ok
end

read :: {T}(x: Pointer{List{T}}, text: String, location: Pointer{Source_Location}) -> Bool #private
    value: T
    ok := read(&value, text, location)
    if ok
        append(x, value, location = location)
    end
    return ok
end

// What has commands has no value of its own.
read :: {T}(_x: Pointer{T}, _text: String, _location: Pointer{Source_Location}) -> Bool where is_union(T) #private => false

read :: {T}(_x: Pointer{T}, _text: String, _location: Pointer{Source_Location}) -> Bool where !is_integer(T) && !is_float(T) && !is_enum(T) && !is_union(T) #private
    #assert(is_union(T), "a field is a number, a Bool, a String, an enum, a Maybe or a List of these, or a union of commands")
    return false
end

// ---- Usage --------------------------------------------------------------------------------------------------------------------

/// How the program is called: a line, and one for each option and command.
/// ```
/// Options :: struct
///     count: Int = 1     #tag "cli:n how often"
/// end
/// print("{}", Cli.usage{Options}("program"))
/// // => usage: program [options]
/// // => -n, --count            how often (1)
/// ```
usage :: {T}(program: String, location: Pointer{Source_Location} = #caller-location) -> String
    b := Strings.builder(location = location)
    out := b.writer()
    defaults: T
    write(&out, "usage: ")
    write(&out, program[Strings.find_last_byte(program, '/') + 1..])
    has_options := false
    #for f in fields(T)
        has_options = has_options || !(#run is_position{f.type}(f.tag)) && !is_command(&field(defaults, f))
    #end
    if has_options
        write(&out, " [options]")
    end
    #for f in fields(T)
        if #run is_position{f.type}(f.tag)
            write(&out, " ")
            write(&out, f.name)
            write(&out, ifx is_list(&field(defaults, f)) => "…" else => "" end)
        else if is_command(&field(defaults, f))
            write(&out, " ")
            write(&out, f.name)
            write(&out, " …")
        end
    #end
    write(&out, "\n")
    #for f in fields(T)
        if is_command(&field(defaults, f))
            show_commands(&out, &field(defaults, f))
        else
            show_line(&out, #run long_name{f.type}(f.name, f.tag), #run read_tag(f.tag), #run is_position{f.type}(f.tag))
            show_default(&out, &field(defaults, f))
            write(&out, "\n")
        end
    #end
    return b.take()
end

// The usage of a command, of which these are the names.
usage_of :: {T}(program: String, names: String, location: Pointer{Source_Location}) -> String #private
    name, rest, _ := Strings.cut(names, " ")
    result := ""
    if name.length > 0
        defaults: T
        #for f in fields(T)
            found := usage_in(&field(defaults, f), program, name, rest, location)
            if found.length > 0
                result = found
            end
        #end
    end
    return ifx result.length > 0 => result else => usage{T}(program, location = location) end
end

usage_in :: {F}(_field: Pointer{F}, _program: String, _name: String, _rest: String, _location: Pointer{Source_Location}) -> String #private => ""
usage_in :: {F}(_field: Pointer{Maybe{F}}, _program: String, _name: String, _rest: String, _location: Pointer{Source_Location}) -> String #private => ""
usage_in :: {F}(_field: Pointer{F}, program: String, name: String, rest: String, location: Pointer{Source_Location}) -> String where is_union(F) #private
    #for f in fields(F)
        #if f.type != Void
            if is_named(f.name, name)
                return usage_of{f.type}(Strings.join({program, name}, " ", location = location), rest, location)
            end
        #end
    #end
    return ""
end

show_line :: (out: Pointer{Writer}, name: String, said: Tag, is_position: Bool) #private
    write(out, "  ")
    if said.letter != 0 && !is_position
        print_to(out, "-{}, ", Rune(u32(said.letter)))
    else
        write(out, "    ")
    end
    has_text := said.text.length > 0
    write_padded_text(out, name, Format_Spec{width = ifx has_text => 18 else => 0 end})
    if has_text
        write(out, " ")
        write(out, said.text)
    end
end

// A field in the usage.
long_name :: {F}(name: String, tag: String) -> String #private
    shown := Strings.replace(name, "_", "-")
    return ifx is_position{F}(tag) => shown else => Strings.concat("--", shown) end
end

show_commands :: {F}(_out: Pointer{Writer}, _field: Pointer{F}) #private
    return
end
show_commands :: {F}(_out: Pointer{Writer}, _field: Pointer{Maybe{F}}) #private
    return
end
show_commands :: {F}(out: Pointer{Writer}, _field: Pointer{F}) where is_union(F) #private
    write(out, "commands:\n")
    #for f in fields(F)
        show_line(out, #run Strings.replace(f.name, "_", "-"), #run read_tag(f.tag), true)
        write(out, "\n")
    #end
end

// What an option is where it is not given, if that says something.
show_default :: {F}(out: Pointer{Writer}, x: Pointer{F}) #private
    #if is_integer(F) || is_float(F)
        if x@ != F(0)
            print_to(out, " ({})", x@)
        end
    #else
        #if is_string(F)
            if x.length > 0
                print_to(out, " ({})", x@)
            end
        #else
            #if is_enum(F)
                print_to(out, " ({})", x@)
            #end
        #end
    #end
end

hb_rt_exit :: (status: i32) -> Never #foreign #private

/// How `print` shows an error.
/// ```
/// Options :: struct
///     count: Int = 1
/// end
/// _options, error := Cli.parse{Options}({"program", "--number=3"})
/// print("{}\n", error)                      // => there is no option --number
/// ```
format :: (out: Pointer{Writer}, error: Pointer{Error}, _spec: Format_Spec)
    match error@
    case .ok => write(out, "ok")
    case .help => write(out, "the usage is asked for")
    case .required name
        write(out, name)
        write(out, " has to be given")
    case .unknown name
        write(out, "there is no option ")
        write(out, name)
    case .missing name
        write(out, name)
        write(out, " needs a value")
    case .invalid i
        write(out, i.option)
        write(out, " cannot be ")
        write_quoted(out, i.value, '"')
    case .unexpected text
        write(out, "nobody takes ")
        write_quoted(out, text, '"')
    end
end
