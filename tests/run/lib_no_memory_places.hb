// eval: no, the program starts itself
// expect: all of them name their line

// Where memory ends, the panic names the line of the program that asked, though it is the library that asks the allocator: the line of the call, or, for what
// grows by itself, the line that made it.

#import "List"
Set :: #import "Set"
Base64 :: #import "Base64"
Cli :: #import "Cli"
Csv :: #import "Csv"
Env :: #import "Env"
Format :: #import "Format"
Fs :: #import "Fs"
Io :: #import "Io"
Json :: #import "Json"
Path :: #import "Path"
Process :: #import "Process"
Regex :: #import "Regex"
Sort :: #import "Sort"
Strings :: #import "Strings"
Task :: #import "Task"
Unicode :: #import "Unicode"
Yaml :: #import "Yaml"

Case :: enum
    FORMAT
    LONG_FORMAT
    BUILDER
    BUILDER_THROUGH_WRITER
    JOIN
    REPLACE
    BASE64
    BASE64_DECODE
    YAML_DECODE
    YAML_ENCODE
    YAML_READER
    JSON_DECODE
    JSON_TEXT
    JSON_ENCODE
    CSV
    REGEX
    REGEX_SEARCH
    REGEX_REPLACE
    READ
    WRITE
    PARALLEL_MAP
    COPY
    CAPITALIZE
    PLUS
    UPPER
    FOLD
    FORMAT_TEXT
    READ_TEXT
    LIST_FOLDER
    WALK
    RUN
    VARIABLES
    ARGUMENTS
    USAGE
    NORMAL_PATH
    SET
    SORT
    RUNES
end

Named :: struct
    names: List{String}
end

Pair :: struct
    key, value: Int
end

expected: u32

// Notes its line as the one that is to be named.
here :: (location: Pointer{Source_Location} = #caller-location)
    expected = location.line
end

handler :: (_message: String, location: Pointer{Source_Location})
    is_here := Strings.ends_with(location.file, "lib_no_memory_places.hb")
    print("{}\n", ifx is_here && location.line == expected => "right" else => "wrong" end)
end

failing :: (mode: AllocatorMode, size: Int, alignment: Int, data: Pointer{Void},
            old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    left := Pointer{Int}(data)
    if size > 0 && (mode == .ALLOCATE || mode == .RESIZE)
        left@ -= 1
        if left@ == 0
            return null
        end
    end
    return page_allocator(mode, size, alignment, null, old_size, old_memory, options)
end

use :: (which: Case)
    match which
    case .FORMAT
        here(); format("{}", 3)
    case .LONG_FORMAT
        here(); format("{:>300}", 3)
    case .BUILDER
        here(); b := Strings.builder()
        b.append("text")
    case .BUILDER_THROUGH_WRITER
        here(); b := Strings.builder()
        out := b.writer()
        print_to(&out, "{}", 3)
    case .JOIN
        here(); Strings.join({"a", "b"}, ",")
    case .REPLACE
        here(); Strings.replace("a,b", ",", ";")
    case .BASE64
        here(); Base64.encode("text")
    case .BASE64_DECODE
        here(); _, _ = Base64.decode("dGV4dA==")
    case .YAML_DECODE
        here(); _, _ = Yaml.decode{Named}("names: [a, \"b\\n\"]")
    case .YAML_ENCODE
        here(); Yaml.encode(Named{})
    case .YAML_READER
        here(); reader := Yaml.reader("[1, 2]")
        reader.destroy()
    case .JSON_DECODE
        here(); _, _ = Json.decode{Named}(`{"names": ["a", "b\n"]}`)
    case .JSON_TEXT
        document, _ := Json.parse("1")
        here(); Json.to_text(&document)
    case .JSON_ENCODE
        here(); Json.encode(1)
    case .CSV
        here(); rows := Csv.reader("a,\"b\"\"\"\n")
        _, _ = rows.next()
    case .REGEX
        here(); _, _ = Regex.compile("a+")
    case .REGEX_SEARCH
        here(); r, _ := Regex.compile("a+")
        r.matches("aa")
    case .REGEX_REPLACE
        here(); r, _ := Regex.compile("a+"); r.replace_all("xaa", "b")
    case .READ
        reader, _ := Io.open_reader("/dev/zero")
        here(); reader.read_byte()
    case .WRITE
        here(); writer, _ := Io.create("/dev/null")
        writer.write("text")
    case .PARALLEL_MAP
        here(); Task.parallel_map({1, 2, 3}, (x: Int) -> Int => x * x)
    case .COPY
        here(); Strings.copy("text")
    case .CAPITALIZE
        here(); Strings.capitalize("text")
    case .PLUS
        text := "a"
        here(); text += "b"
    case .UPPER
        here(); Unicode.to_upper("straße")
    case .FOLD
        here(); Unicode.equal_ignoring_case("Straße", "STRASSE")
    case .FORMAT_TEXT
        here(); _, _ = Format.text("{:>300}", 3)
    case .READ_TEXT
        here(); _, _ = Fs.read_text("/proc/self/status")
    case .LIST_FOLDER
        here(); _, _ = Fs.list_folder("/proc/self")
    case .WALK
        here(); walk := Fs.walk("/proc/self/task"); for _ in walk _ = 0; end
    case .RUN
        here(); _, _ = Process.run({"echo", "text"})
    case .VARIABLES
        here(); Env.all()
    case .ARGUMENTS
        here(); _, _ = Cli.parse{Named}({"program", "a", "b"})
    case .USAGE
        here(); Cli.usage{Named}("program")
    case .NORMAL_PATH
        here(); Path.normal("/a/b/../c")
    case .SET
        here(); Set.set_of{Int}({1, 2, 3})
    case .SORT
        pairs: Array{Pair, 40}
        for &pair, i in pairs
            pair = Pair{i * 7 % 40, i}
        end
        here(); Sort.sort_by_key(pairs[..], (p: Pair) -> Int => p.key)
    case .RUNES
        here(); Strings.runes("né")
    end
end

main :: (arguments: Slice{String}) -> Int
    if arguments.length == 3
        left := Strings.parse_int(arguments[2]) or_else 0
        with context{allocator = failing, allocator_data = &left, on_panic = handler}
            use(Case(Strings.parse_int(arguments[1]) or_else 0))
        end
        return 0
    end
    for which in 0..=Int(Case.RUNES)
        n := 1
        while true
            result, error := Process.run({"/bin/sh", "-c", format("exec /proc/{}/exe {} {} 2>/dev/null", Process.id(), which, n)})
            assert(error == .ok)
            if result.status == 0
                break
            end
            if result.status != 134 || result.output != "right\n"
                print("{} {}: {} {}\n", Case(which), n, result.status, result.output)
            end
            result.destroy()
            n += 1
        end
        if n == 1
            print("{} asked for nothing\n", Case(which))
        end
    end
    print("all of them name their line\n")
    return 0
end
