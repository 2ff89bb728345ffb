//! Regular expressions: PCRE2 with its compiler to machine code, on UTF-8.
//!
//! ```
//! date, error := Regex.compile(`(?<year>\d{4})-(\d\d)-(\d\d)`)
//! defer date.destroy()
//! if found := date.find("on 2026-11-21")
//!     print("{} {} {}\n", found.text(), found.group(2), date.named(&found, "year"))       // => 2026-11-21 11 2026
//! end
//! date.replace_all("2026-11-21", "$3.$2.$1")                                              // => "21.11.2026"
//! ```
//!
//! The syntax is Perl's. A search gives up, with an error, after a number of steps that no harmless pattern needs (`limit`), so nobody can stop a
//! program with a pattern that tries everything. Invalid UTF-8 in a text matches nothing and does no harm. Memory comes from the allocator that was current in
//! `compile`. Programs that import this are linked with libc and PCRE2, and it cannot run in the compiler.

#import "List"
Strings :: #import "Strings"

Regex :: struct
    code: Pointer{Void}
    match_context: Pointer{Void}
    general_context: Pointer{Void}
    home: Pointer{Home}
    group_count: Int
end

// Where the memory of a pattern comes from and goes to.
Home :: struct #private
    allocator: Allocator
    allocator_data: Pointer{Void}
end

/// What is wrong with a pattern or a search.
Error :: union #error
    ok
    pattern: Mistake
    search: String                      // why it gave up
end

Mistake :: struct
    message: String
    position: Int                       // the byte of the pattern
end

/// How a pattern is meant.
Option :: enum {u32} #flags
    IGNORE_CASE
    MULTILINE                           // `^` and `$` at every line
    DOT_ALL                             // `.` is a line end, too
    EXTENDED                            // blanks and comments in the pattern mean nothing
end

/// So many steps a search may take: about a second.
LIMIT :: 10_000_000

/// How many groups with parentheses a match tells of.
GROUPS_MAX :: 32

/// A place where a pattern has been found.
Match :: struct
    subject: String
    count: Int                          // groups, with the whole match as the first
    bounds: Array{Int, 64}              // pairs of positions; -1 for a group that took no part
end

/// Makes a pattern ready. `destroy` frees it.
compile :: (pattern: String, options: Option = Option(0), limit: Int = LIMIT) -> (Regex, Error)
    home := new(Home{context.allocator, context.allocator_data})
    r := Regex{home = home, general_context = pcre2_general_context_create_8(take_memory, give_memory, home)}
    code: i32 = 0
    position := 0
    if r.general_context == null
        panic_text("out of memory")
    end
    made := pcre2_compile_context_create_8(r.general_context)
    if made == null
        panic_text("out of memory")
    end
    r.code = pcre2_compile_8(pattern.data, pattern.length, flags_of(options), &code, &position, made)
    pcre2_compile_context_free_8(made)
    if r.code == null
        room: Array{u8, 256} = uninit
        length := pcre2_get_error_message_8(code, &room[0], 256)
        message := Strings.copy(String{data = &room[0], length = max(Int(length), 0)})
        destroy(&r)
        return Regex{}, Error.pattern(Mistake{message, position})
    end
    // where this processor has no such compiler, the pattern is interpreted
    pcre2_jit_compile_8(r.code, 1)
    r.match_context = pcre2_match_context_create_8(r.general_context)
    if r.match_context == null
        panic_text("out of memory")
    end
    pcre2_set_match_limit_8(r.match_context, u32(min(limit, 0xffff_ffff)))
    pcre2_set_depth_limit_8(r.match_context, u32(min(limit, 1_000_000)))
    groups: u32 = 0
    pcre2_pattern_info_8(r.code, INFO_CAPTURE_COUNT, &groups)
    r.group_count = Int(groups) + 1
    return r, Error.ok
end

destroy :: (r: Pointer{Regex})
    if r.match_context != null
        pcre2_match_context_free_8(r.match_context)
    end
    if r.code != null
        pcre2_code_free_8(r.code)
    end
    if r.general_context != null
        pcre2_general_context_free_8(r.general_context)
    end
    if r.home != null
        kept := r.home@
        kept.allocator(.FREE, 0, align_of(Home), kept.allocator_data, size_of(Home), r.home, 0)
    end
    r@ = Regex{}
end

/// The first place at or behind `from`, or `none`. Panics if the search has to be given up: see `search`.
find :: (r: Pointer{Regex}, subject: String, from: Int = 0) -> Maybe{Match}
    found, error := search(r, subject, from)
    if error != Error.ok
        panic_text("a search for a regular expression was given up: it takes too many steps")
    end
    return found
end

/// Whether the pattern is found anywhere.
matches :: (r: Pointer{Regex}, subject: String) -> Bool
    if _found := find(r, subject)
        return true
    end
    return false
end

/// The first place at or behind `from`, or `none`; an error if the search takes too many steps.
search :: (r: Pointer{Regex}, subject: String, from: Int = 0) -> (Maybe{Match}, Error)
    assert(r.code != null, "this regular expression has not been compiled")
    if from < 0 || from > subject.length
        return none, Error.ok
    end
    data := pcre2_match_data_create_from_pattern_8(r.code, r.general_context)
    if data == null
        panic_text("out of memory")
    end
    defer pcre2_match_data_free_8(data)
    result := pcre2_match_8(r.code, subject.data, subject.length, from, 0, data, r.match_context)
    if result == -1
        return none, Error.ok
    end
    if result < 0
        return none, Error.search(ifx result == -47 || result == -53 => "too many steps" else => "it failed" end)
    end
    bounds := pcre2_get_ovector_pointer_8(data)
    found := Match{subject = subject, count = min(r.group_count, GROUPS_MAX)}
    for i in 0..<2 * found.count
        found.bounds[i] = bounds[i]
    end
    return some(found), Error.ok
end

/// All places, one behind the other.
find_all :: (r: Pointer{Regex}, subject: String) -> List{Match}
    result := list{Match}()
    for found in all(r, subject)
        result.append(found)
    end
    return result
end

/// All places, one behind the other, for `for`.
all :: (r: Pointer{Regex}, subject: String) -> All => All{r, subject, 0}

All :: struct
    regex: Pointer{Regex}
    subject: String
    at: Int
end

next :: (it: Pointer{All}) -> (Match, Bool)
    if found := find(it.regex, it.subject, it.at)
        it.at = end_of(&found)
        if start_of(&found) == it.at
            // behind an empty match the next rune is where to go on
            it.at += ifx it.at < it.subject.length => rune_width(it.subject, it.at) else => 1 end
        end
        return found, true
    end
    return Match{}, false
end

rune_width :: (text: String, at: Int) -> Int #private
    _, width := decode_rune(&text.data[at], text.length - at)
    return width
end

/// What was found.
text :: (m: Pointer{Match}) -> String => group(m, 0)

start_of :: (m: Pointer{Match}) -> Int => m.bounds[0]
end_of :: (m: Pointer{Match}) -> Int => m.bounds[1]

/// What a group matched; nothing if it took no part. Group 0 is all of it.
group :: (m: Pointer{Match}, number: Int) -> String
    if number < 0 || number >= m.count || m.bounds[2 * number] < 0
        return ""
    end
    return m.subject[m.bounds[2 * number]..<m.bounds[2 * number + 1]]
end

/// What a group with a name matched; nothing if there is none.
named :: (r: Pointer{Regex}, m: Pointer{Match}, name: String) -> String
    room: Array{u8, 128} = uninit
    if name.length >= 128
        return ""
    end
    memory_copy(&room, name.data, name.length)
    room[name.length] = 0
    number := pcre2_substring_number_from_name_8(r.code, &room[0])
    return ifx number < 0 => "" else => group(m, Int(number)) end
end

/// The text with every place replaced. In the replacement `$1` and `${12}` are groups, `$0` the match, `$$` a dollar sign.
replace_all :: (r: Pointer{Regex}, subject: String, replacement: String) -> String
    out := Strings.builder()
    last := 0
    for found in all(r, subject)
        m := found
        out.append(subject[last..<start_of(&m)])
        append_replacement(&out, &m, replacement)
        last = end_of(&m)
    end
    out.append(subject[last..])
    return out.take()
end

append_replacement :: (out: Pointer{Strings.Builder}, m: Pointer{Match}, replacement: String) #private
    i := 0
    while i < replacement.length
        byte := replacement[i]
        i += 1
        if byte != '$' || i == replacement.length
            out.append(byte)
            continue
        end
        if replacement[i] == '$'
            out.append('$')
            i += 1
            continue
        end
        has_braces := replacement[i] == '{'
        first := ifx has_braces => i + 1 else => i end
        last := first
        while last < replacement.length && Strings.is_digit(replacement[last])
            last += 1
        end
        if last == first || has_braces && (last == replacement.length || replacement[last] != '}')
            out.append('$')
            continue
        end
        out.append(group(m, Strings.parse_int(replacement[first..<last]) or_else -1))
        i = ifx has_braces => last + 1 else => last end
    end
end

/// The parts between the places where the pattern is found.
split :: (r: Pointer{Regex}, subject: String) -> List{String}
    result := list{String}()
    last := 0
    for found in all(r, subject)
        m := found
        if end_of(&m) == start_of(&m) && (start_of(&m) == 0 || start_of(&m) == subject.length)
            continue
        end
        result.append(subject[last..<start_of(&m)])
        last = end_of(&m)
    end
    result.append(subject[last..])
    return result
end

/// A text with a backslash before all that has a meaning in patterns.
escape :: (text: String) -> String
    out := Strings.builder()
    for i in 0..<text.length
        if text[i] < 0x80 && !Strings.is_letter_or_digit(text[i]) && text[i] != '_'
            out.append('\\')
        end
        out.append(text[i])
    end
    return out.take()
end

format :: (out: Pointer{Writer}, error: Pointer{Error}, _spec: Format_Spec)
    match error@
    case .ok        => write(out, "ok")
    case .search s  => write(out, s)
    case .pattern m
        write(out, m.message)
        write(out, " at position ")
        put(out, m.position)
    end
end

// ---- PCRE2 ------------------------------------------------------------------------------------------------------------------------

INFO_CAPTURE_COUNT: u32 : 4 #private

flags_of :: (options: Option) -> u32 #private
    // UTF, properties of Unicode, and subjects that may be invalid
    flags: u32 = 0x0408_0000 | 0x0002_0000
    if Option.IGNORE_CASE in options flags |= 8; end
    if Option.MULTILINE in options flags |= 0x400; end
    if Option.DOT_ALL in options flags |= 0x20; end
    if Option.EXTENDED in options flags |= 0x80; end
    return flags
end

HEAD :: 16 #private

// Blocks know their size, for who frees them does not.
take_memory :: #c-call (size: u64, data: Pointer{Void}) -> Pointer{Void} #private
    home := Pointer{Home}(data)
    with default_context()
        memory := home.allocator(.ALLOCATE, Int(size) + HEAD, HEAD, home.allocator_data, 0, null, from_here())
        if memory == null
            return null
        end
        Pointer{Int}(memory)@ = Int(size) + HEAD
        return Pointer{Void}(UInt(memory) + HEAD)
    end
end

give_memory :: #c-call (memory: Pointer{Void}, data: Pointer{Void}) #private
    if memory == null
        return
    end
    home := Pointer{Home}(data)
    start := Pointer{Void}(UInt(memory) - HEAD)
    with default_context()
        home.allocator(.FREE, 0, HEAD, home.allocator_data, Pointer{Int}(start)@, start, 0)
    end
end

pcre2_general_context_create_8 :: (take: #c-call (size: u64, data: Pointer{Void}) -> Pointer{Void}, give: #c-call (memory: Pointer{Void}, data: Pointer{Void}), data: Pointer{Void}) -> Pointer{Void} #foreign #private
pcre2_general_context_free_8 :: (general: Pointer{Void}) #foreign #private
pcre2_compile_context_create_8 :: (general: Pointer{Void}) -> Pointer{Void} #foreign #private
pcre2_compile_context_free_8 :: (made: Pointer{Void}) #foreign #private
pcre2_compile_8 :: (pattern: Pointer{u8}, length: Int, options: u32, code: Pointer{i32}, position: Pointer{Int}, made: Pointer{Void}) -> Pointer{Void} #foreign #private
pcre2_code_free_8 :: (code: Pointer{Void}) #foreign #private
pcre2_jit_compile_8 :: (code: Pointer{Void}, options: u32) -> i32 #foreign #private
pcre2_match_context_create_8 :: (general: Pointer{Void}) -> Pointer{Void} #foreign #private
pcre2_match_context_free_8 :: (matching: Pointer{Void}) #foreign #private
pcre2_set_match_limit_8 :: (matching: Pointer{Void}, limit: u32) -> i32 #foreign #private
pcre2_set_depth_limit_8 :: (matching: Pointer{Void}, limit: u32) -> i32 #foreign #private
pcre2_match_data_create_from_pattern_8 :: (code: Pointer{Void}, general: Pointer{Void}) -> Pointer{Void} #foreign #private
pcre2_match_data_free_8 :: (data: Pointer{Void}) #foreign #private
pcre2_match_8 :: (code: Pointer{Void}, subject: Pointer{u8}, length: Int, start: Int, options: u32, data: Pointer{Void}, matching: Pointer{Void}) -> i32 #foreign #private
pcre2_get_ovector_pointer_8 :: (data: Pointer{Void}) -> Pointer{Int} #foreign #private
pcre2_get_error_message_8 :: (code: i32, out: Pointer{u8}, length: u64) -> i32 #foreign #private
pcre2_pattern_info_8 :: (code: Pointer{Void}, what: u32, out: Pointer{Void}) -> i32 #foreign #private
pcre2_substring_number_from_name_8 :: (code: Pointer{Void}, name: Pointer{u8}) -> i32 #foreign #private
