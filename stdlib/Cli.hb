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
//! A field is an option by its name: `--count 3`, `--count=3`; `_` is written `-`. A tag `cli:LETTER text` gives it a letter besides, `-n 3`, and a line in the usage.
//! `Bool` fields take no value. A field of type `List{String}` takes all that is no option; so does what stands behind `--`.

#import "List"
Strings :: #import "Strings"

/// What is wrong with the arguments.
Error :: union #error
    ok
    unknown: String                     // an option that there is none of
    missing: String                     // an option without its value
    invalid: Invalid                    // a value that its option cannot have
    unexpected: String                  // an argument that nobody takes
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
///     files: List{String}
/// end
/// options, error := Cli.parse{Options}({"program", "-n", "3", "a.txt"})
/// error                                     // => ok
/// options.count                             // => 3
/// options.files                             // => ["a.txt"]
/// ```
parse :: {T}(arguments: Slice{String}) -> (T, Error)
    result: T
    at, only_values := 1, false
    while at < arguments.length
        argument := arguments[at]
        at += 1
        if only_values || argument.length < 2 || argument[0] != '-'
            if !take_argument(&result, argument)
                return result, Error.unexpected(argument)
            end
            continue
        end
        if argument == "--"
            only_values = true
            continue
        end
        name, value, has_value := Strings.cut(argument, "=")
        found, used, error := false, false, Error.ok
        #for f in fields(T)
            if !found && names(f.name, f.tag, name)
                found = true
                #if f.type == List{String}
                    found = false
                #else
                    #if f.type == Bool
                        field(result, f) = true
                        if has_value && !read(&field(result, f), value)
                            error = Error.invalid(Invalid{name, value})
                        end
                    #else
                        if !has_value && at >= arguments.length
                            error = Error.missing(name)
                        else
                            used = !has_value
                            given := ifx has_value => value else => arguments[at] end
                            if !read(&field(result, f), given)
                                error = Error.invalid(Invalid{name, given})
                            end
                        end
                    #end
                #end
            end
        #end
        if !found
            return result, Error.unknown(name)
        end
        if error != Error.ok
            return result, error
        end
        if used
            at += 1
        end
    end
    return result, Error.ok
end

take_argument :: {T}(result: Pointer{T}, argument: String) -> Bool #private
    taken := false
    #for f in fields(T)
        #if f.type == List{String}
            if !taken
                append(&field(result@, f), argument)
                taken = true
            end
        #end
    #end
    return taken
end

// Whether an option as it is given, with its dashes, is that of a field.
names :: (field_name: String, tag: String, given: String) -> Bool #private
    if given.length == 2 && Strings.starts_with(tag, "cli:") && tag.length > 4 && tag[4] != ' '
        if given[1] == tag[4]
            return true
        end
    end
    if !Strings.starts_with(given, "--") || given.length - 2 != field_name.length
        return false
    end
    for i in 0..<field_name.length
        expected := ifx field_name[i] == '_' => u8('-') else => field_name[i] end
        if given[i + 2] != expected
            return false
        end
    end
    return true
end

read :: (x: Pointer{String}, text: String) -> Bool #private
    x@ = text
    return true
end

read :: (x: Pointer{Bool}, text: String) -> Bool #private
    value, ok := Strings.parse_bool(text)
    x@ = value
    return ok
end

read :: {T}(x: Pointer{T}, text: String) -> Bool where is_integer(T) #private
    value, ok := Strings.parse_int(text)
    x@ = T(value)
    return ok && Int(x@) == value
end

read :: {T}(x: Pointer{T}, text: String) -> Bool where is_float(T) #private
    value, ok := Strings.parse_float(text)
    x@ = T(value)
    return ok
end

read :: {T}(x: Pointer{T}, text: String) -> Bool where is_enum(T) #private
    found := false
    #for member in members(T)
        if Strings.equal_ignoring_case(enum_name(member), text)
            x@ = member
            found = true
        end
    #end
    return found
end

/// How the program is called: a line, and one for each option.
/// ```
/// Options :: struct
///     count: Int = 1     #tag "cli:n how often"
/// end
/// print("{}", Cli.usage{Options}("program"))
/// // => usage: program
/// // => -n, --count            how often
/// ```
usage :: {T}(program: String) -> String
    b := Strings.builder()
    out := b.writer()
    write(&out, "usage: ")
    write(&out, program[Strings.find_last_byte(program, '/') + 1..])
    #for f in fields(T)
        #if f.type == List{String}
            write(&out, " ")
            write(&out, f.name)
            write(&out, "…")
        #end
    #end
    write(&out, "\n")
    #for f in fields(T)
        has_letter := Strings.starts_with(f.tag, "cli:") && f.tag.length > 4 && f.tag[4] != ' '
        write(&out, "  ")
        if has_letter
            write(&out, "-")
            write(&out, f.tag[4..<5])
            write(&out, ", ")
        else
            write(&out, "    ")
        end
        name := Strings.replace(f.name, "_", "-")
        shown := name
        #if f.type != List{String}
            shown = Strings.concat("--", name)
        #end
        has_text := Strings.starts_with(f.tag, "cli:")
        write_padded_text(&out, shown, Format_Spec{width = ifx has_text => 18 else => 0 end})
        if has_text
            write(&out, " ")
            write(&out, Strings.trim(f.tag[ifx has_letter => 5 else => 4 end..]))
        end
        write(&out, "\n")
        #if f.type != List{String}
            delete(shown)
        #end
        delete(name)
    #end
    return b.take()
end

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
