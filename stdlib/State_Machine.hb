//! State machines from lists of transitions, checked and made into a table when the program is compiled.
//!
//! ```
//! Door :: enum
//!     OPEN
//!     CLOSED
//!     LOCKED
//! end
//!
//! Event :: enum
//!     PUSH
//!     PULL
//!     TURN_KEY
//! end
//!
//! DOOR :: #run State_Machine.build{Door, Event}(.OPEN, {
//!     {.OPEN,   .PUSH,     .CLOSED},
//!     {.CLOSED, .PULL,     .OPEN},
//!     {.CLOSED, .TURN_KEY, .LOCKED},
//!     {.LOCKED, .TURN_KEY, .CLOSED}
//! })
//!
//! main :: ()
//!     door := DOOR.start
//!     door = DOOR.after(door, .PUSH)
//!     print("{} {}\n", door, DOOR.step(door, .PUSH))      // => CLOSED none
//! end
//! ```
//!
//! States are the members of an enum, events those of another, or `Bool`, or integers of 8 bits; `build_bytes` has classes of bytes for events, for protocols and
//! small formats (for a language's tokens there is `Scanner`). A step reads one place of memory.
//!
//! What is wrong with the list is a panic that says it, and so an error of compilation behind `#run`: two transitions for the same state and event, states to which
//! nothing leads, states from which no accepting one can be reached, and, if the machine is to be `complete`, what is missing.

#import "Lookup_Table"
Strings :: #import "Strings"

/// A machine with states `S` and events `E`.
State_Machine :: struct {S, E} where is_enum(S) && is_table_key(S) && is_table_key(E)
    start: S
    // Of each state, for each event, the place of the next state counted from 1, or 0.
    #if states{S}() < 256
        cells: Array{u8, states{S}() * events{E}()}
    #else
        cells: Array{u16, states{S}() * events{E}()}
    #end
    accepting: Array{Bool, states{S}()}
end

/// On this event, from one state to the other.
Transition :: struct {S, E}
    from: S
    event: E
    to: S
end

/// On any of these bytes, from one state to the other. `bytes` is a class as in a regular expression, without the brackets: `"a-z_"`, `"^\n"`; `\` takes the meaning
/// from `-`, `^` and `\`.
Edge :: struct {S}
    from: S
    bytes: String
    to: S
end

/// What a machine accepts of the beginning of a text.
Match :: struct {S}
    state: S
    length: Int
end

/// The machine that begins in a state and has these transitions. `accepting` are the states in which what came may end; if there are some, one of them must be
/// within reach from everywhere. A `complete` machine has a transition for each state and event.
/// ```
/// Light :: enum
///     RED
///     GREEN
/// end
///
/// LIGHT :: #run State_Machine.build{Light, Bool}(.RED, {{.RED, true, .GREEN}, {.GREEN, true, .RED}})
///
/// main :: ()
///     print("{}\n", LIGHT.after(LIGHT.start, true))       // => GREEN
/// end
/// ```
build :: {S, E}(start: S, transitions: Slice{Transition{S, E}}, accepting: Slice{S} = {}, complete := false) -> State_Machine{S, E} where is_enum(S) && is_table_key(S) && is_table_key(E)
    machine: State_Machine{S, E}
    machine.start = start
    for t in transitions
        add(&machine, t.from, t.event, t.to)
    end
    finish(&machine, accepting, complete)
    return machine
end

/// The machine that goes along these edges, byte by byte.
/// ```
/// Number :: enum
///     START
///     SIGN
///     DIGITS
/// end
///
/// NUMBER :: #run State_Machine.build_bytes{Number}(.START, {
///     {.START,  "-",   .SIGN},
///     {.START,  "0-9", .DIGITS},
///     {.SIGN,   "0-9", .DIGITS},
///     {.DIGITS, "0-9", .DIGITS}
/// }, {.DIGITS})
///
/// main :: ()
///     print("{} {}\n", NUMBER.matches("-12"), NUMBER.matches("1-2"))      // => true false
/// end
/// ```
build_bytes :: {S}(start: S, edges: Slice{Edge{S}}, accepting: Slice{S} = {}, complete := false) -> State_Machine{S, u8} where is_enum(S) && is_table_key(S)
    machine: State_Machine{S, u8}
    machine.start = start
    for edge in edges
        for is_in, byte in class_of(edge.bytes)
            if is_in
                add(&machine, edge.from, u8(byte), edge.to)
            end
        end
    end
    finish(&machine, accepting, complete)
    return machine
end

/// The state after an event, or `none` where there is no transition for it.
/// ```
/// Light :: enum
///     RED
///     GREEN
/// end
///
/// main :: ()
///     light := State_Machine.build{Light, Bool}(.RED, {{.RED, true, .GREEN}, {.GREEN, true, .RED}})
///     print("{} {}\n", light.step(.RED, true), light.step(.RED, false))   // => some(GREEN) none
/// end
/// ```
step :: {S, E}(machine: State_Machine{S, E}, state: S, event: E) -> Maybe{S} #inline
    cell := machine.cells[place_of(state) * events{E}() + place_of(event)]
    if cell == 0
        return none
    end
    return some(state_at{S}(Int(cell) - 1))
end

/// The state after an event; it is a panic if there is no transition for it.
/// ```
/// Light :: enum
///     RED
///     GREEN
/// end
///
/// main :: ()
///     light := State_Machine.build{Light, Bool}(.RED, {{.RED, true, .GREEN}, {.GREEN, true, .RED}})
///     print("{}\n", light.after(.GREEN, true))            // => RED
///     light.after(.GREEN, false)                          // panic: state machine: `GREEN` has no transition on `false`
/// end
/// ```
after :: {S, E}(machine: State_Machine{S, E}, state: S, event: E, location := #caller-location) -> S #inline
    cell := machine.cells[place_of(state) * events{E}() + place_of(event)]
    if cell == 0
        no_transition(state, event, location)
    end
    return state_at{S}(Int(cell) - 1)
end

/// The state after all these events, or `none` where one has no transition.
/// ```
/// Light :: enum
///     RED
///     GREEN
/// end
///
/// main :: ()
///     light := State_Machine.build{Light, Bool}(.RED, {{.RED, true, .GREEN}, {.GREEN, true, .RED}})
///     print("{}\n", light.run({true, true, true}))        // => some(GREEN)
/// end
/// ```
run :: {S, E}(machine: State_Machine{S, E}, events: Slice{E}) -> Maybe{S}
    state := machine.start
    for event in events
        state = step(machine, state, event) or_return
    end
    return some(state)
end

/// Whether a state is an accepting one.
/// ```
/// Parity :: enum
///     EVEN
///     ODD
/// end
///
/// main :: ()
///     parity := State_Machine.build{Parity, Bool}(.EVEN, {{.EVEN, true, .ODD}, {.ODD, true, .EVEN}}, {.EVEN})
///     print("{}\n", parity.accepts(.ODD))                 // => false
/// end
/// ```
accepts :: {S, E}(machine: State_Machine{S, E}, state: S) -> Bool => machine.accepting[place_of(state)]

/// Whether the bytes of a text lead from the start to an accepting state.
/// ```
/// Word :: enum
///     START
///     MORE
/// end
///
/// main :: ()
///     word := State_Machine.build_bytes{Word}(.START, {{.START, "A-Z", .MORE}, {.MORE, "a-z", .MORE}}, {.MORE})
///     print("{} {}\n", word.matches("Word"), word.matches("word"))        // => true false
/// end
/// ```
matches :: {S}(machine: State_Machine{S, u8}, text: String) -> Bool
    if found := longest(machine, text)
        return found.length == text.length
    end
    return false
end

/// The longest beginning of a text that leads to an accepting state.
/// ```
/// Word :: enum
///     START
///     MORE
/// end
///
/// main :: ()
///     word := State_Machine.build_bytes{Word}(.START, {{.START, "A-Z", .MORE}, {.MORE, "a-z", .MORE}}, {.MORE})
///     if found := word.longest("Hue, Vietnam")
///         print("{} {}\n", found.length, found.state)     // => 3 MORE
///     end
/// end
/// ```
longest :: {S}(machine: State_Machine{S, u8}, text: String) -> Maybe{Match{S}}
    place, length := place_of(machine.start), 0
    best: Maybe{Match{S}} = none
    if machine.accepting[place]
        best = some(Match{S}{machine.start, 0})
    end
    while length < text.length
        cell: Int = uninit
        // the place of a state, or of one that was read from the table, and a byte
        #no-bounds-checks block
            cell = Int(machine.cells[place * 256 + Int(text.data[length])])
        end
        if cell == 0
            break
        end
        place = cell - 1
        length += 1
        if machine.accepting[place]
            best = some(Match{S}{state_at{S}(place), length})
        end
    end
    return best
end

/// The machine as a graph for Graphviz: an arrow for each pair of states, with the events that lead from one to the other.
/// ```
/// Light :: enum
///     RED
///     GREEN
/// end
///
/// main :: ()
///     light := State_Machine.build{Light, Bool}(.RED, {{.RED, true, .GREEN}})
///     print("{}", light.to_dot())
///     // => digraph {
///     // =>     RED [style=bold]
///     // =>     GREEN
///     // =>     RED -> GREEN [label="true"]
///     // => }
/// end
/// ```
to_dot :: {S, E}(machine: State_Machine{S, E}, location: Pointer{Source_Location} = #caller-location) -> String
    b := Strings.builder(location = location)
    out := b.writer()
    write(&out, "digraph {\n")
    #for state in members(S)
        shape := ifx machine.accepting[place_of(state)] => " [shape=doublecircle]" else => ifx state == machine.start => " [style=bold]" else => "" end end
        print_to(&out, "    {}{}\n", state, shape)
    #end
    label := Strings.builder(location = location)
    defer label.destroy()
    #for from in members(S)
        #for to in members(S)
            label.clear()
            write_events_between(&label, machine, from, to)
            if label.length > 0
                print_to(&out, "    {} -> {} [label={:?}]\n", from, to, label.text())
            end
        #end
    #end
    write(&out, "}\n")
    return b.take()
end

/// Which bytes belong to a class, as [`Edge`] writes it. A mistake in it is a panic.
/// ```
/// vowels := State_Machine.class_of("aeiou0-3")
/// vowels['e']                                             // => true
/// vowels['4']                                             // => false
/// ```
class_of :: (class: String) -> Array{Bool, 256}
    is_in: Array{Bool, 256}
    negated := class.length > 1 && class[0] == '^'
    at := Int(negated)
    if class.length == 0
        panic("a class of bytes needs one at least")
    end
    while at < class.length
        low := class_byte(class, &at)
        high := low
        if at + 1 < class.length && class[at] == '-'
            at += 1
            high = class_byte(class, &at)
        end
        if low > high
            panic("the range `{}-{}` in the class `{}` is the wrong way round", Rune(low), Rune(high), class)
        end
        for byte in low..=high
            is_in[byte] = true
        end
    end
    if negated
        for &one in is_in
            one = !one
        end
    end
    return is_in
end

/// The byte at a place of a class, and past it.
class_byte :: (class: String, at: Pointer{Int}) -> Int #private
    byte := class[at@]
    at@ += 1
    if byte != '\\'
        return Int(byte)
    end
    if at@ == class.length
        panic("the class `{}` ends with `\\`", class)
    end
    at@ += 1
    match class[at@ - 1]
    case 'n' => return 10
    case 'r' => return 13
    case 't' => return 9
    case '0' => return 0
    else     => return Int(class[at@ - 1])
    end
end

// ---- How the table is made and checked -----------------------------------------------------------------------------------------------

/// Places for states: from the least member to the greatest.
states :: {S}() -> Int #private => greatest{S}() - least{S}() + 1

/// Places for events.
events :: {E}() -> Int #private => greatest{E}() - least{E}() + 1

place_of :: {K}(key: K) -> Int #private #inline => Int(key) - least{K}()

/// The member at a place that holds one.
state_at :: {S}(place: Int) -> S #private #inline
    number := place + least{S}()
    #if size_of(S) == 1
        return bit_cast{S}(i8(number))
    #else #if size_of(S) == 2
        return bit_cast{S}(i16(number))
    #else #if size_of(S) == 4
        return bit_cast{S}(i32(number))
    #else
        return bit_cast{S}(number)
    #end
end

/// The event at a place as text; bytes as characters, as far as they can be seen.
event_text :: {E}(place: Int) -> String #private
    storage: Format_Storage = uninit
    out := format_begin(&storage)
    write_event{E}(out, place)
    return format_end(out)
end

write_event :: {E}(out: Pointer{Writer}, place: Int) #private
    #if is_enum(E)
        write(out, enum_name(state_at{E}(place)))
    #else #if is_bool(E)
        put(out, place == 1)
    #else #if E == u8
        if place > 32 && place < 127
            put(out, Rune(place))
        else
            print_to(out, "\\x{:02x}", place)
        end
    #else
        put(out, place + least{E}())
    #end
end

no_transition :: {S, E}(state: S, event: E, location: Source_Location) #private #cold #no-inline
    storage: Format_Storage = uninit
    out := panic_begin(&storage)
    print_to(out, "state machine: `{}` has no transition on `{}`", state, event)
    panic_end(out, location)
end

add :: {S, E}(machine: Pointer{State_Machine{S, E}}, from: S, event: E, to: S) #private
    cell := &machine.cells[place_of(from) * events{E}() + place_of(event)]
    if cell@ != 0
        panic("state machine: two transitions from `{}` on `{}`, to `{}` and to `{}`", from, event_text{E}(place_of(event)), state_at{S}(Int(cell@) - 1), to)
    end
    #if states{S}() < 256
        cell@ = u8(place_of(to) + 1)
    #else
        cell@ = u16(place_of(to) + 1)
    #end
end

finish :: {S, E}(machine: Pointer{State_Machine{S, E}}, accepting: Slice{S}, complete: Bool) #private
    for state in accepting
        machine.accepting[place_of(state)] = true
    end
    check_reachable(machine)
    if accepting.length > 0
        check_ends(machine)
    end
    if complete
        check_complete(machine)
    end
end

/// Every state can be reached from the start.
check_reachable :: {S, E}(machine: Pointer{State_Machine{S, E}}) #private
    is_reached: Array{Bool, states{S}()}
    is_reached[place_of(machine.start)] = true
    grows := true
    while grows
        grows = false
        for cell, i in machine.cells
            if cell != 0 && is_reached[i / events{E}()] && !is_reached[Int(cell) - 1]
                is_reached[Int(cell) - 1] = true
                grows = true
            end
        end
    end
    missing := ""
    #for state in members(S)
        if !is_reached[place_of(state)]
            missing = listed(missing, enum_name(state))
        end
    #end
    if missing != ""
        panic("state machine: nothing leads from `{}` to {}", machine.start, missing)
    end
end

/// An accepting state can be reached from every state.
check_ends :: {S, E}(machine: Pointer{State_Machine{S, E}}) #private
    has_end := machine.accepting
    grows := true
    while grows
        grows = false
        for cell, i in machine.cells
            if cell != 0 && has_end[Int(cell) - 1] && !has_end[i / events{E}()]
                has_end[i / events{E}()] = true
                grows = true
            end
        end
    end
    missing := ""
    #for state in members(S)
        if !has_end[place_of(state)]
            missing = listed(missing, enum_name(state))
        end
    #end
    if missing != ""
        panic("state machine: no accepting state can be reached from {}", missing)
    end
end

/// There is a transition for every state and event.
check_complete :: {S, E}(machine: Pointer{State_Machine{S, E}}) #private
    #for state in members(S)
        missing := ""
        for place in 0..<events{E}()
            if machine.cells[place_of(state) * events{E}() + place] == 0 && is_event{E}(place)
                missing = listed(missing, event_text{E}(place))
            end
        end
        if missing != ""
            panic("state machine: `{}` has no transition on {}", state, missing)
        end
    #end
end

/// Whether a place is that of an event: an enum may have gaps.
is_event :: {E}(place: Int) -> Bool #private
    #if is_enum(E)
        #for member in members(E)
            if place_of(member) == place
                return true
            end
        #end
        return false
    #else
        return place < events{E}()
    #end
end

listed :: (list: String, name: String) -> String #private
    return ifx list == "" => format("`{}`", name) else => format("{}, `{}`", list, name) end
end

/// The events that lead from one state to the other, with ranges of numbers as such.
write_events_between :: {S, E}(text: Pointer{Strings.Builder}, machine: State_Machine{S, E}, from: S, to: S) #private
    out := text.writer()
    place := 0
    while place < events{E}()
        last := place
        while last < events{E}() && Int(machine.cells[place_of(from) * events{E}() + last]) == place_of(to) + 1
            last += 1
            #if is_enum(E)
                break
            #end
        end
        if last > place
            if text.length > 0
                write(&out, " ")
            end
            write_event{E}(&out, place)
            if last - place > 2
                write(&out, "-")
                write_event{E}(&out, last - 1)
            end
            last = ifx last - place == 2 => place + 1 else => last end
        end
        place = max(last, place + 1)
    end
end
