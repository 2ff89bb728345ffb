//! Regular expressions: PCRE2 with its compiler to machine code, on UTF-8.
//!
//! ```
//! date, error := Regex.compile(`(?<year>\d{4})-(\d\d)-(\d\d)`)
//! defer date.destroy()
//! if found := date.find("on 2026-11-21")
//!     print("{} {} {}\n", found.text(), found.group(2), found.named("year"))       // => 2026-11-21 11 2026
//! end
//! date.replace_all("2026-11-21", "$3.$2.$1")                                       // => "21.11.2026"
//! ```
//!
//! The syntax is Perl's. A pattern that is a constant is checked when the program is compiled; any other gives an error with its position. A search gives
//! up after a number of steps that no harmless pattern needs (`limit`), or seconds of work (`NANOSECONDS`), so nobody can stop a program with a pattern that tries everything, or
//! with a long text for one that tries much at each place: `search` says so by an error, all others panic. Bytes of a text that are no UTF-8 match nothing and do no harm. A pattern with `\X` has no machine code and takes longer.
//!
//! Memory comes from the allocator that was current in `compile`, but for the machine code and the room for very long searches, which are the system's.
//! A `Regex` may be used by several threads at once. Programs that import this are linked with libc and PCRE2, and it cannot run in the compiler.

#import "List"
#import "Os" (address, call)
#import "Regex/Changing" #public
#import "Regex/Groups" #public
Atomic :: #import "Atomic"
Strings :: #import "Strings"

/// A pattern that is ready. A copy is the same pattern: destroy one of them, once.
Regex :: struct
    core: Pointer{Core}
end

Core :: struct #private
    allocator: Allocator
    allocator_data: Pointer{Void}
    general: Pointer{Void}              // PCRE2's general context
    code: Pointer{Void}
    matching: Pointer{Void}             // PCRE2's match context for short texts
    limit: u32
    takes_turns: Bool                   // a search may begin anew at any place
    spare: Pointer{Void}                // room for a search, of whoever takes it first
    group_count: Int                    // with the whole match
    has_machine_code: Bool
    asks_behind: Bool                   // machine code may look at the byte behind a text: see `execute_padded`
    made_for: Pointer{Source_Location}  // who compiled it, to be named where there is no memory
end

/// What is wrong with a pattern or a search.
Error :: union #error
    ok
    pattern: Mistake
    search: String                      // why it gave up
end

/// A mistake in a pattern.
Mistake :: struct
    code: Int                           // PCRE2's
    position: Int                       // the byte of the pattern
end

/// How a pattern is meant.
Option :: enum {u32} #flags
    IGNORE_CASE
    MULTILINE                           // `^` and `$` at every line
    DOT_ALL                             // `.` is a line end, too
    EXTENDED                            // blanks and comments in the pattern mean nothing
    ASCII                               // `\d`, `\w`, `\s`, `\b` know the letters and digits of ASCII only
end

/// So many steps a search may take from one place where the pattern could begin: about a tenth of a second. A step of `.*` looks through the rest of its line: what
/// that costs in a long text is learnt, and counts against `NANOSECONDS`.
LIMIT :: 10_000_000

/// So long the processor may work for a search that tries much at many places, and so much longer for each byte of the text.
NANOSECONDS :: 1_000_000_000
NANOSECONDS_A_BYTE :: 100

/// A place where a pattern has been found. It can be asked as long as the pattern and the text are there.
Match :: struct
    subject: String
    core: Pointer{Core}
    from: Int                           // where the search began
    start: Int
    length: Int
    groups: Array{Part, 31}             // from group 1 on
end

// Where a group lies, from the start of the match.
Part :: struct #private
    first: i32
    behind: i32
end

ABSENT: i32 : -0x8000_0000 #private
STORED :: 31 #private

// ---- Patterns -------------------------------------------------------------------------------------------------------------

/// Makes a pattern ready; `destroy` frees it. `limit` is how many steps a search may take from one place.
///
/// ```
/// word, error := Regex.compile("[a-z]+", Regex.Option.IGNORE_CASE)
/// defer word.destroy()
/// print("{} {}\n", error, word.matches("12 Ab"))     // => ok true
/// ```
compile :: (pattern: String, options: Option = Option(0), limit: Int = LIMIT, location: Pointer{Source_Location} = #caller-location) -> (Regex, Error) #regex
    core := new(Core{allocator = context.allocator, allocator_data = context.allocator_data, made_for = location}, location = location)
    core.general = made(core, pcre2_general_context_create_8(take_memory, give_memory, core))
    r := Regex{core}
    settings := made(core, pcre2_compile_context_create_8(core.general))
    code: i32 = 0
    position := 0
    core.limit = u32(max(0, min(limit, 0xffff_ffff)))
    core.code = pcre2_compile_8(pattern.data, pattern.length, flags_of(options), &code, &position, settings)
    pcre2_compile_context_free_8(settings)
    if core.code == null
        destroy(&r)
        if code == HEAP_FAILED
            out_of_memory(location)
        end
        return Regex{}, Error.pattern(Mistake{Int(code), position})
    end
    // PCRE2's machine code for `\X` takes what is no UTF-8 for an address
    core.has_machine_code = !Strings.contains(pattern, "\\X") && pcre2_jit_compile_8(core.code, 1) == 0
    core.asks_behind = core.has_machine_code && has_word_boundary(pattern)
    all_options: u32 = 0
    pcre2_pattern_info_8(core.code, INFO_ALL_OPTIONS, &all_options)
    // `\G` is where the search began, and verbs say where it does not go on
    core.takes_turns = all_options & ANCHORED == 0 && !Strings.contains(pattern, "\\G") && !Strings.contains(pattern, "(*")
    core.matching = made(core, pcre2_match_context_create_8(core.general))
    pcre2_set_match_limit_8(core.matching, ifx core.takes_turns => min(core.limit, SHORT_STEPS) else => core.limit end)
    pcre2_set_depth_limit_8(core.matching, min(core.limit, 1_000_000))
    pcre2_set_heap_limit_8(core.matching, HEAP_KILOBYTES)
    groups: u32 = 0
    pcre2_pattern_info_8(core.code, INFO_CAPTURE_COUNT, &groups)
    core.group_count = Int(groups) + 1
    return r, Error.ok
end

/// Frees a pattern.
///
/// ```
/// digits, _ := Regex.compile(`\d+`)
/// digits.destroy()
/// ```
destroy :: (r: Pointer{Regex})
    core := r.core
    r.core = null
    if core == null
        return
    end
    if core.spare != null
        free_room(core.spare)
    end
    if core.matching != null
        pcre2_match_context_free_8(core.matching)
    end
    if core.code != null
        pcre2_code_free_8(core.code)
    end
    pcre2_general_context_free_8(core.general)
    kept := core@
    kept.allocator(.FREE, 0, align_of(Core), kept.allocator_data, size_of(Core), core, 0)
end

// ---- Searching ------------------------------------------------------------------------------------------------------------

/// The first place at or behind `from`, or `none`. Panics if the search has to be given up: see `search`.
///
/// ```
/// digits, _ := Regex.compile(`\d+`)
/// defer digits.destroy()
/// if found := digits.find("at 10:45", from = 5)
///     print("{} {}\n", found.text(), found.start_of())        // => 45 6
/// end
/// ```
find :: (r: Pointer{Regex}, subject: String, from: Int = 0, location: Pointer{Source_Location} = #caller-location) -> Maybe{Match}
    result: Maybe{Match}
    result = some(Match{})
    if !is_found(run(alive(r.core, location = location), subject, from, &result.some), location = location)
        result = none
    end
    return result
end

/// Whether the pattern is found anywhere.
///
/// ```
/// blank, _ := Regex.compile(`^\s*$`)
/// defer blank.destroy()
/// print("{} {}\n", blank.matches("   "), blank.matches(" x "))       // => true false
/// ```
matches :: (r: Pointer{Regex}, subject: String, location: Pointer{Source_Location} = #caller-location) -> Bool
    core := alive(r.core, location = location)
    room := take_room(core)
    code := execute(core, subject, 0, room)
    give_room(core, room)
    return is_found(code, location = location)
end

/// The first place at or behind `from`, or `none`; an error if the search takes too many steps or too much memory.
///
/// ```
/// slow, _ := Regex.compile("(a+)+$", limit = 10_000)
/// defer slow.destroy()
/// found, error := slow.search("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab")
/// print("{} {}\n", found, error)      // => none too many steps
/// ```
search :: (r: Pointer{Regex}, subject: String, from: Int = 0) -> (Maybe{Match}, Error)
    found: Match
    code := run(r.core, subject, from, &found)
    if code >= 0
        return some(found), Error.ok
    end
    return none, ifx code == NO_MATCH => Error.ok else => Error.search(why(code)) end
end

/// All places, one behind the other. `destroy` frees the list.
///
/// ```
/// digits, _ := Regex.compile(`\d+`)
/// defer digits.destroy()
/// found := digits.find_all("1, 22, 333")
/// print("{} {}\n", found.length, found[2].text())     // => 3 333
/// found.destroy()
/// ```
find_all :: (r: Pointer{Regex}, subject: String, location: Pointer{Source_Location} = #caller-location) -> List{Match}
    result := list{Match}()
    it := all(r, subject)
    found: Match
    while advance(&it, &found)
        result.append(found, location = location)
    end
    return result
end

/// How often the pattern is found, one place behind the other.
///
/// ```
/// vowel, _ := Regex.compile("[aeiou]")
/// defer vowel.destroy()
/// print("{}\n", vowel.count_all("international"))        // => 6
/// ```
count_all :: (r: Pointer{Regex}, subject: String) -> Int
    it := all(r, subject)
    found: Match
    count := 0
    while advance(&it, &found)
        count += 1
    end
    return count
end

/// All places, one behind the other, for `for`. Behind a place, an empty one at its end does not count.
///
/// ```
/// word, _ := Regex.compile(`\w+`)
/// defer word.destroy()
/// for found in word.all("Hà Nội 1010")
///     print("{},", found.text())     // => Hà,Nội,1010,
/// end
/// ```
all :: (r: Pointer{Regex}, subject: String, location: Pointer{Source_Location} = #caller-location) -> All => All{alive(r.core, location = location), subject, 0, -1}

/// What `all` gives.
All :: struct
    core: Pointer{Core}
    subject: String
    at: Int
    last: Int                           // where the last place ended
end

/// The next place: for `for`.
///
/// ```
/// letter, _ := Regex.compile("[a-z]")
/// defer letter.destroy()
/// places := letter.all("1a2b")
/// first, _ := places.next()
/// second, _ := places.next()
/// print("{} {}\n", first.text(), second.text())      // => a b
/// ```
next :: (it: Pointer{All}) -> (Match, Bool)
    found: Match = uninit               // what is found fills it, but for groups that the pattern does not have
    if !advance(it, &found)
        return Match{}, false
    end
    return found, true
end

/// The next place, but for an empty one right behind the last, into a match that is there: what `for` does, without a copy.
///
/// ```
/// digits, _ := Regex.compile(`\d+`)
/// defer digits.destroy()
/// places := digits.all("1, 22")
/// found: Regex.Match
/// while Regex.advance(&places, &found)
///     print("{} ", found.text())
/// end
/// print("\n")                              // => 1 22
/// ```
advance :: (it: Pointer{All}, found: Pointer{Match}) -> Bool
    while is_found(run(it.core, it.subject, it.at, found))
        end_ := found.start + found.length
        it.at = end_
        if found.length == 0
            // behind an empty place the next rune is where to go on
            it.at += ifx end_ < it.subject.length => rune_width(it.subject, end_) else => 1 end
            if end_ == it.last
                continue
            end
        end
        it.last = end_
        return true
    end
    return false
end

rune_width :: (text: String, at: Int) -> Int #private
    _, width := decode_rune(&text.data[at], text.length - at)
    return width
end

// ---- What was found -----------------------------------------------------------------------------------------------------------

/// What was found.
///
/// ```
/// digits, _ := Regex.compile(`\d+`)
/// defer digits.destroy()
/// if found := digits.find("route 66")
///     print("{}\n", found.text())        // => 66
/// end
/// ```
text :: (m: Pointer{Match}) -> String => m.subject[m.start..<m.start + m.length]

/// Where it begins.
///
/// ```
/// digits, _ := Regex.compile(`\d+`)
/// defer digits.destroy()
/// if found := digits.find("route 66")
///     print("{} {}\n", found.start_of(), found.end_of())     // => 6 8
/// end
/// ```
start_of :: (m: Pointer{Match}, number: Int = 0) -> Int
    if number == 0
        return m.start
    end
    first, _ := bounds(m, number)
    return first
end

/// The byte behind it.
///
/// ```
/// comma, _ := Regex.compile(", *")
/// defer comma.destroy()
/// if found := comma.find("one,  two")
///     print("{}\n", "one,  two"[found.end_of()..])       // => two
/// end
/// ```
end_of :: (m: Pointer{Match}, number: Int = 0) -> Int
    if number == 0
        return m.start + m.length
    end
    _, behind := bounds(m, number)
    return behind
end

/// What a group matched; nothing if it took no part. Group 0 is all of it. Panics if the pattern has no such group. From group 32 on, the
/// search is done once more.
///
/// ```
/// pair, _ := Regex.compile("([a-z]+)=([0-9]+)")
/// defer pair.destroy()
/// if found := pair.find("width=80")
///     print("{} {}\n", found.group(1), found.group(2))       // => width 80
/// end
/// ```
group :: (m: Pointer{Match}, number: Int, location: Pointer{Source_Location} = #caller-location) -> String
    first, behind := bounds(m, number, location = location)
    return ifx first < 0 => "" else => m.subject[first..<behind] end
end

/// Whether a group took part: `(a)|(b)` has one that did not. Panics if the pattern has no such group.
///
/// ```
/// either, _ := Regex.compile("(a)|(b)")
/// defer either.destroy()
/// if found := either.find("b")
///     print("{} {}\n", found.has_group(1), found.has_group(2))       // => false true
/// end
/// ```
has_group :: (m: Pointer{Match}, number: Int, location: Pointer{Source_Location} = #caller-location) -> Bool
    first, _ := bounds(m, number, location = location)
    return first >= 0
end

// Where a group lies in the subject; -1 if it took no part.
bounds :: (m: Pointer{Match}, number: Int, location: Pointer{Source_Location} = #caller-location) -> (Int, Int) #private
    if number == 0
        return m.start, m.start + m.length
    end
    assert(number > 0 && number < m.core.group_count, "this regular expression has no group of this number", location@)
    if number > STORED
        return bounds_again(m, number)
    end
    part := m.groups[number - 1]
    if part.first == ABSENT
        return -1, -1
    end
    return m.start + Int(part.first), m.start + Int(part.behind)
end

bounds_again :: (m: Pointer{Match}, number: Int) -> (Int, Int) #private
    room := take_room(m.core)
    defer give_room(m.core, room)
    if execute(m.core, m.subject, m.from, room) < 0
        return -1, -1
    end
    ends := pcre2_get_ovector_pointer_8(room)
    return ends[2 * number], ends[2 * number + 1]
end

// ---- Errors -----------------------------------------------------------------------------------------------------------------------

/// What a mistake is, in words; `delete` frees it.
///
/// ```
/// Strings :: #import "Strings"
/// _, error := Regex.compile(Strings.concat("(", "a"))
/// message := error.pattern.message()
/// print("{} ({})\n", message, error.pattern.position)        // => missing closing parenthesis (2)
/// delete(message)
/// ```
message :: (m: Pointer{Mistake}, location: Pointer{Source_Location} = #caller-location) -> String
    room: Array{u8, 256} = uninit
    length := pcre2_get_error_message_8(i32(m.code), &room[0], 256)
    return Strings.copy(String{data = &room[0], length = max(Int(length), 0)}, location = location)
end

/// Shows an error: `missing closing parenthesis at position 2`.
///
/// ```
/// Strings :: #import "Strings"
/// _, error := Regex.compile(Strings.concat("(", "a"))
/// print("{}\n", error)       // => missing closing parenthesis at position 2
/// ```
format :: (out: Pointer{Writer}, error: Pointer{Error}, _spec: Format_Spec)
    match error@
    case .ok        => write(out, "ok")
    case .search s  => write(out, s)
    case .pattern m
        room: Array{u8, 256} = uninit
        length := pcre2_get_error_message_8(i32(m.code), &room[0], 256)
        write(out, String{data = &room[0], length = max(Int(length), 0)})
        write(out, " at position ")
        put(out, m.position)
    end
end

/// Shows what was found.
///
/// ```
/// digits, _ := Regex.compile(`\d+`)
/// defer digits.destroy()
/// print("{}\n", digits.find("route 66"))     // => some(66)
/// ```
format :: (out: Pointer{Writer}, m: Pointer{Match}, spec: Format_Spec)
    write_padded_text(out, text(m), spec)
end

// ---- PCRE2 ------------------------------------------------------------------------------------------------------------------------

// A search; what was found goes to `found`. PCRE2's result: negative if there is nothing.
run :: (core: Pointer{Core}, subject: String, from: Int, found: Pointer{Match}) -> i32 #private
    alive(core)
    if from < 0 || from > subject.length
        return NO_MATCH
    end
    room := take_room(core)
    code := execute(core, subject, from, room)
    if code >= 0
        ends := pcre2_get_ovector_pointer_8(room)
        start := ends[0]
        found.subject = subject
        found.core = core
        found.from = from
        found.start = start
        found.length = ends[1] - start
        for i in 1..<min(core.group_count, STORED + 1)
            first := ends[2 * i]
            part := Part{ABSENT, 0}
            if first >= 0
                part = Part{i32(first - start), i32(ends[2 * i + 1] - start)}
            end
            found.groups[i - 1] = part
        end
        if found.length > 0x7fff_ffff
            code = TOO_LONG
        end
    end
    give_room(core, room)
    return code
end

execute :: (core: Pointer{Core}, subject: String, from: Int, room: Pointer{Void}) -> i32 #private #inline
    // PCRE2 takes no null, not even with a length of 0
    text := String{data = ifx subject.data == null => "".data else => subject.data end, length = subject.length}
    if core.asks_behind && text.length > 0 && text[text.length - 1] >= 0x80 && ends_in_half_a_rune(text)
        return execute_padded(core, text, from, room)
    end
    return execute_safely(core, text, from, room)
end

execute_safely :: (core: Pointer{Core}, text: String, from: Int, room: Pointer{Void}) -> i32 #private #inline
    matching := core.matching
    is_long := text.length - from > SHORT && core.takes_turns
    if is_long
        // in a long text only some places are tried at once; searches one behind the other share the limit that says so
        head := head_of(room)
        if u64(head.until - from) > SHORT
            limit_places(core, from, head)
        end
        matching = head.matching
    end
    code := try_match(core, text, from, room, matching)
    return ifx code > 0 || code == NO_MATCH && !is_long => code else => execute_far(core, text, from, room, code) end
end

has_word_boundary :: (pattern: String) -> Bool #private
    return Strings.contains(pattern, "\\b") || Strings.contains(pattern, "\\B") || Strings.contains(pattern, "[[:<:]]") || Strings.contains(pattern, "[[:>:]]")
end

ends_in_half_a_rune :: (text: String) -> Bool #private #no-inline
    first := text.length - 1
    while first > 0 && text.length - first < 4 && text[first] & 0xc0 == 0x80
        first -= 1
    end
    rune, width := decode_rune(&text.data[first], text.length - first)
    return first + width != text.length || rune == '\u{fffd}' && width == 1
end

// At the end of a text whose last bytes are no rune, PCRE2's machine code for `\b` and `\B` asks for the byte behind the text. It gets one that is no part of a word.
execute_padded :: (core: Pointer{Core}, text: String, from: Int, room: Pointer{Void}) -> i32 #private #no-inline
    size := text.length + 1
    memory := Pointer{u8}(core.allocator(.ALLOCATE, size, 1, core.allocator_data, 0, null, bit_cast{Int}(core.made_for)))
    if memory == null
        return NO_MEMORY
    end
    memory_copy(memory, text.data, text.length)
    memory[text.length] = 0
    code := execute_safely(core, String{data = memory, length = text.length}, from, room)
    core.allocator(.FREE, 0, 1, core.allocator_data, size, memory, 0)
    return code
end

limit_places :: (core: Pointer{Core}, from: Int, head: Pointer{Head}) #private #no-inline
    head.until = from + SHORT
    pcre2_set_match_limit_8(head.matching, min(core.limit, LONG_STEPS))
    pcre2_set_offset_limit_8(head.matching, u64(head.until))
end

// Goes on where a first try has not told all there is to tell.
execute_far :: (core: Pointer{Core}, text: String, from: Int, room: Pointer{Void}, code: i32) -> i32 #private #no-inline
    if core.takes_turns && (code == MATCH_LIMIT || code == STACK_TOO_SMALL)
        return take_turns(core, text, from, 64, room)
    end
    if code == NO_MATCH
        return take_turns(core, text, next_place(text, head_of(room).until + 1), SHORT, room)
    end
    return ifx code == STACK_TOO_SMALL => try_far(core, text, from, room) else => code end
end

try_match :: (core: Pointer{Core}, text: String, from: Int, data: Pointer{Void}, matching: Pointer{Void}) -> i32 #private #inline
    if core.has_machine_code
        return pcre2_jit_match_8(core.code, text.data, text.length, from, 0, data, matching)
    end
    // where this processor has no such compiler, the pattern is interpreted
    return pcre2_match_8(core.code, text.data, text.length, from, 0, data, matching)
end

// Once more, where the 32 KB of stack that machine code has of its own were too little. Such searches are rare, and their stack is large: it is not kept.
try_far :: (core: Pointer{Core}, text: String, from: Int, room: Pointer{Void}) -> i32 #private #no-inline
    matching := head_of(room).matching
    stack := made(core, pcre2_jit_stack_create_8(1 << 16, STACK_BYTES, core.general))
    pcre2_jit_stack_assign_8(matching, null, stack)
    code := try_match(core, text, from, room, matching)
    pcre2_jit_stack_assign_8(matching, null, null)
    pcre2_jit_stack_free_8(stack)
    return code
end

// PCRE2 counts the steps from each place anew, and while it works nobody can stop it. So it gets some places at a time, the fewer the more steps each may
// take, and in between it is asked how long all of it has taken. What it learns at one place about the next ones is lost in between: where more places take no more
// time, it gets more of them. A step of `.*` may read the whole text, so what a step costs is learnt, too: it gets few at first, then four times as many, as long as these
// fit into the time that is left. All that has been tried in vain is then a third of what counts.
take_turns :: (core: Pointer{Core}, text: String, from: Int, first_count: Int, room: Pointer{Void}) -> i32 #private #no-inline
    at, count, wider, before := from, first_count, 1, 0
    patience := Int(LONG_STEPS)
    // the first turn is over before anybody looks at the clock, for mostly it is the last
    now, last := 0, 0
    head := head_of(room)
    head.until = -1
    while true
        steps := u32(min(Int(core.limit), min(patience, max(wider * STEPS_AT_ONCE / count, Int(LONG_STEPS)))))
        pcre2_set_match_limit_8(head.matching, steps)
        pcre2_set_offset_limit_8(head.matching, u64(at + count - 1))
        code := try_match(core, text, at, room, head.matching)
        if code == STACK_TOO_SMALL
            code = try_far(core, text, at, room)
        end
        is_stopped := code == MATCH_LIMIT && steps < core.limit
        if !is_stopped && (code != NO_MATCH || at + count > text.length)
            return code
        end
        start := now
        now = time_of_thread()
        if last == 0
            start = now
            last = now + NANOSECONDS + NANOSECONDS_A_BYTE * (text.length - from)
        end
        taken := now - start
        if now > last
            return TOO_SLOW
        end
        if is_stopped && Int(steps) < patience
            count = max(count / 8, 1)
            continue
        end
        if is_stopped
            if taken > (last - now) / MORE_PATIENCE
                return TOO_SLOW
            end
            patience *= MORE_PATIENCE
            continue
        end
        if taken > 3 * before || taken < MILLISECOND
            wider = 1
        else if taken < before + before / 2
            wider = min(2 * wider, WIDER_MAX)
        end
        before = taken
        at = next_place(text, at + count)
        count = min(2 * count, 1 << 30)
    end
end

// What the processor has worked for this thread, in nanoseconds.
time_of_thread :: () -> Int #private
    now: Array{Int, 2}
    call(.CLOCK, 3, address(&now))
    return now[0] * 1_000_000_000 + now[1]
end

// A search begins at no continuation of a rune.
next_place :: (text: String, from: Int) -> Int #private
    at := from
    while at < text.length && text[at] & 0xc0 == 0x80
        at += 1
    end
    return at
end

// Room for a search, PCRE2's match data: that which the last one left, if no other search has it. In front of it stands a match context whose limits change.
take_room :: (core: Pointer{Core}) -> Pointer{Void} #private #inline
    room := Atomic.exchange(&core.spare, Pointer{Void}(null), .ACQUIRE)
    return ifx room == null => make_room(core) else => room end
end

make_room :: (core: Pointer{Core}) -> Pointer{Void} #private #no-inline
    room := made(core, pcre2_match_data_create_from_pattern_8(core.code, core.general))
    head := head_of(room)
    head.matching = made(core, pcre2_match_context_copy_8(core.matching))
    head.until = -1
    return room
end

give_room :: (core: Pointer{Core}, room: Pointer{Void}) #private #inline
    other := Atomic.exchange(&core.spare, room, .ACQUIRE_RELEASE)
    if other != null
        free_room(other)
    end
end

free_room :: (room: Pointer{Void}) #private #no-inline
    pcre2_match_context_free_8(head_of(room).matching)
    pcre2_match_data_free_8(room)
end

is_found :: (code: i32, location: Pointer{Source_Location} = #caller-location) -> Bool #private
    if code < NO_MATCH
        give_up(code, location)
    end
    return code >= 0
end

give_up :: (code: i32, location: Pointer{Source_Location}) #private #cold #no-inline
    storage: Format_Storage = uninit
    out := panic_begin(&storage, location = location)
    print_to(out, "a search for a regular expression was given up: {}", why(code))
    panic_end(out, location@)
end

why :: (code: i32) -> String #private
    match code
    case MATCH_LIMIT, DEPTH_LIMIT => return "too many steps"
    case TOO_SLOW => return "it takes too long"
    case HEAP_LIMIT, STACK_TOO_SMALL => return "it needs too much memory"
    case NO_MEMORY => return "out of memory"
    case TOO_LONG => return "what was found is longer than 2 GiB"
    else => return "it failed"
    end
end

alive :: (core: Pointer{Core}, location: Pointer{Source_Location} = #caller-location) -> Pointer{Core} #private
    assert(core != null, "this regular expression has not been compiled", location@)
    return core
end

made :: (core: Pointer{Core}, thing: Pointer{Void}) -> Pointer{Void} #private
    if thing == null
        out_of_memory(core.made_for)
    end
    return thing
end

out_of_memory :: (location: Pointer{Source_Location}) #private #cold #no-inline
    panic_text("out of memory: in a regular expression", location@)
end

INFO_ALL_OPTIONS: u32 : 0 #private
INFO_CAPTURE_COUNT: u32 : 4 #private

NO_MATCH: i32 : -1 #private
STACK_TOO_SMALL: i32 : -46 #private
MATCH_LIMIT: i32 : -47 #private
NO_MEMORY: i32 : -48 #private
DEPTH_LIMIT: i32 : -53 #private
HEAP_LIMIT: i32 : -63 #private
TOO_LONG: i32 : -1000 #private
TOO_SLOW: i32 : -1001 #private
HEAP_FAILED: i32 : 121 #private

// What an interpreted search may take, and the stack of one in machine code.
HEAP_KILOBYTES: u32 : 65536 #private
STACK_BYTES: u64 : 64 << 20 #private

// What is short, and the steps that a place may take there, and in longer texts, before anybody looks at the clock; and those between two looks.
SHORT :: 64 * 1024 #private
SHORT_STEPS: u32 : 8_192 #private
LONG_STEPS: u32 : 1_024 #private
STEPS_AT_ONCE :: 40_000_000 #private
WIDER_MAX :: 64 #private
MORE_PATIENCE :: 4 #private
MILLISECOND :: 1_000_000 #private
ANCHORED: u32 : 0x8000_0000 #private

// The compiler, which checks constant patterns, knows these by their bits: `check_pattern` of its driver.
flags_of :: (options: Option) -> u32 #private
    // UTF, subjects that may be invalid, offset limits
    flags: u32 = 0x0488_0000
    if Option.IGNORE_CASE in options flags |= 8; end
    if Option.MULTILINE in options flags |= 0x400; end
    if Option.DOT_ALL in options flags |= 0x20; end
    if Option.EXTENDED in options flags |= 0x80; end
    // properties of Unicode for \w and its like
    if !(Option.ASCII in options) flags |= 0x0002_0000; end
    return flags
end

// What stands in front of each block of PCRE2's: its size, for who frees it does not know it; and what a search needs besides its match data.
Head :: struct #private
    size: Int
    matching: Pointer{Void}
    until: Int                          // the last place at which a search with `matching` begins, when its limits are those of `limit_places`
    unused: Int                         // blocks are aligned by 16
end

head_of :: (memory: Pointer{Void}) -> Pointer{Head} #private #inline => Pointer{Head}(UInt(memory) - UInt(size_of(Head)))

take_memory :: #c-call (size: u64, data: Pointer{Void}) -> Pointer{Void} #private
    core := Pointer{Core}(data)
    with default_context()
        whole := Int(size) + size_of(Head)
        memory := core.allocator(.ALLOCATE, whole, 16, core.allocator_data, 0, null, bit_cast{Int}(core.made_for))
        if memory == null
            return null
        end
        Pointer{Head}(memory).size = whole
        return Pointer{Void}(UInt(memory) + UInt(size_of(Head)))
    end
end

give_memory :: #c-call (memory: Pointer{Void}, data: Pointer{Void}) #private
    if memory == null
        return
    end
    core := Pointer{Core}(data)
    with default_context()
        head := head_of(memory)
        core.allocator(.FREE, 0, 16, core.allocator_data, head.size, head, 0)
    end
end

pcre2_general_context_create_8 :: (take: #c-call (size: u64, data: Pointer{Void}) -> Pointer{Void}, give: #c-call (memory: Pointer{Void}, data: Pointer{Void}), data: Pointer{Void}) -> Pointer{Void} #foreign #private
pcre2_general_context_free_8 :: (general: Pointer{Void}) #foreign #private
pcre2_compile_context_create_8 :: (general: Pointer{Void}) -> Pointer{Void} #foreign #private
pcre2_compile_context_free_8 :: (settings: Pointer{Void}) #foreign #private
pcre2_compile_8 :: (pattern: Pointer{u8}, length: Int, options: u32, code: Pointer{i32}, position: Pointer{Int}, settings: Pointer{Void}) -> Pointer{Void} #foreign #private
pcre2_code_free_8 :: (code: Pointer{Void}) #foreign #private
pcre2_jit_compile_8 :: (code: Pointer{Void}, options: u32) -> i32 #foreign #private
pcre2_jit_match_8 :: (code: Pointer{Void}, subject: Pointer{u8}, length: Int, start: Int, options: u32, data: Pointer{Void}, matching: Pointer{Void}) -> i32 #foreign #private
pcre2_jit_stack_create_8 :: (first: u64, most: u64, general: Pointer{Void}) -> Pointer{Void} #foreign #private
pcre2_jit_stack_assign_8 :: (matching: Pointer{Void}, callback: Pointer{Void}, stack: Pointer{Void}) #foreign #private
pcre2_jit_stack_free_8 :: (stack: Pointer{Void}) #foreign #private
pcre2_match_context_create_8 :: (general: Pointer{Void}) -> Pointer{Void} #foreign #private
pcre2_match_context_copy_8 :: (matching: Pointer{Void}) -> Pointer{Void} #foreign #private
pcre2_match_context_free_8 :: (matching: Pointer{Void}) #foreign #private
pcre2_set_match_limit_8 :: (matching: Pointer{Void}, limit: u32) -> i32 #foreign #private
pcre2_set_offset_limit_8 :: (matching: Pointer{Void}, limit: u64) -> i32 #foreign #private
pcre2_set_depth_limit_8 :: (matching: Pointer{Void}, limit: u32) -> i32 #foreign #private
pcre2_set_heap_limit_8 :: (matching: Pointer{Void}, limit: u32) -> i32 #foreign #private
pcre2_match_data_create_from_pattern_8 :: (code: Pointer{Void}, general: Pointer{Void}) -> Pointer{Void} #foreign #private
pcre2_match_data_free_8 :: (data: Pointer{Void}) #foreign #private
pcre2_match_8 :: (code: Pointer{Void}, subject: Pointer{u8}, length: Int, start: Int, options: u32, data: Pointer{Void}, matching: Pointer{Void}) -> i32 #foreign #private
pcre2_get_ovector_pointer_8 :: (data: Pointer{Void}) -> Pointer{Int} #foreign #private
pcre2_get_error_message_8 :: (code: i32, out: Pointer{u8}, length: u64) -> i32 #foreign #private
pcre2_pattern_info_8 :: (code: Pointer{Void}, what: u32, out: Pointer{Void}) -> i32 #foreign #private
