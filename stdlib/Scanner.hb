//! Scanners that cut a text into tokens, made of regular expressions when the program is compiled: one automaton for all of them, with as few states as can be, as
//! a table in the program.
//!
//! ```
//! Kind :: enum
//!     IF
//!     NAME
//!     NUMBER
//!     SPACE
//! end
//!
//! TOKENS :: #run Scanner.build{Kind}({
//!     {.IF,     "if"},
//!     {.NAME,   "[a-z_][a-z_0-9]*"},
//!     {.NUMBER, "\\d+(\\.\\d+)?"},
//!     {.SPACE,  "\\s+"}
//! })
//!
//! main :: ()
//!     for token in TOKENS.tokens("if iffy 1.5")
//!         if token.kind != .SPACE
//!             print("{} {:?}\n", token.kind, token.text)
//!             // => some(IF) "if"
//!             // => some(NAME) "iffy"
//!             // => some(NUMBER) "1.5"
//!         end
//!     end
//! end
//! ```
//!
//! The longest token wins, among equally long ones the rule that stands first. A byte costs two reads of memory, that of its class and that of the next state.
//!
//! Expressions are over bytes: characters, `.` (all but a newline), `[a-z]`, `[^"\\]`, `\d \w \s` and `\D \W \S`, `\n \r \t \0 \xNN`, groups, `|`, `*`, `+`, `?`, `{2}`,
//! `{2,}`, `{2,5}`. What is not ASCII stands for its bytes of UTF-8, but not between brackets; `[^…]` and `\D \W \S` are also every byte of what is not ASCII.
//!
//! A mistake in an expression, a rule that fits the empty text and a rule that can never win are panics, and so errors of compilation behind `#run`.

#import "List"
#import "Math" (trailing_zeros)

/// The automaton of some rules; `T` is what tells tokens apart, mostly an enum.
Scanner :: struct {T}
    classes: Slice{u8}                  // of each byte
    cells: Slice{u16}                   // rows: the rule that a state accepts, from 1, or 0; then for each class where the row of the next state begins
    kinds: Slice{T}                     // of each rule
    width: Int                          // of a row
    allocator: Allocator
    allocator_data: Pointer{Void}
end

/// What kind of token an expression describes.
Rule :: struct {T}
    kind: T
    pattern: String
end

/// A token: its kind, or `none` where no rule fits, which text it is, and where.
Token :: struct {T}
    kind: Maybe{T}
    text: String
    at: Int
end

/// What comes of a text, one by one.
Tokens :: struct {T}
    scanner: Scanner{T}
    text: String
    at: Int
end

/// The scanner of these rules.
/// ```
/// Kind :: enum
///     WORD
///     OTHER
/// end
///
/// WORDS :: #run Scanner.build{Kind}({{.WORD, "\\w+"}, {.OTHER, "\\W+"}})
///
/// main :: ()
///     print("{}\n", WORDS.longest("two words"))       // => some(Token{Kind}{kind = some(WORD), text = "two", at = 0})
/// end
/// ```
build :: {T}(rules: Slice{Rule{T}}, location: Pointer{Source_Location} = #caller-location) -> Scanner{T}
    scanner: Scanner{T}
    if rules.length == 0
        panic("scanner: it has no rules")
    end
    scanner.allocator, scanner.allocator_data = context.allocator, context.allocator_data
    scanner.kinds = make_slice{T}(rules.length, location = location)
    graph := Graph{list{Node}(), list{Array{Bool, 256}}(), make_slice{u8}(256, location = location), 0, location}
    defer graph.destroy()
    start := graph.add_node(Node{first = NOWHERE, second = NOWHERE, set = NOWHERE})
    for rule, i in rules
        scanner.kinds[i] = rule.kind
        reader := Reader{rule.pattern, 0, &graph}
        end_ := graph.add_node(Node{first = NOWHERE, second = NOWHERE, set = NOWHERE, rule = i + 1})
        part := reader.whole()
        graph.nodes[part.last].first = end_
        // a chain of forks leads to each rule
        fork := graph.add_node(Node{first = part.first, second = graph.nodes[start].second, set = NOWHERE})
        graph.nodes[start].second = fork
    end
    graph.number_classes()
    scanner.width = graph.class_count + 1
    scanner.classes = make_slice{u8}(256, location = location)
    for class, byte in graph.classes
        scanner.classes[byte] = class
    end
    automaton := determine(&graph, start, location = location)
    defer automaton.destroy()
    check_rules(rules, &automaton, location = location)
    scanner.cells = minimal(&automaton, location = location)
    return scanner
end

/// The token with which a text begins; `none` if no rule fits there.
/// ```
/// DIGITS :: #run Scanner.build{Int}({{10, "\\d+"}, {16, "0x[0-9a-f]+"}})
///
/// main :: ()
///     if token := DIGITS.longest("0x1f, 12")
///         print("{} {}\n", token.kind, token.text)    // => some(16) 0x1f
///     end
///     print("{}\n", DIGITS.longest("x"))              // => none
/// end
/// ```
longest :: {T}(scanner: Scanner{T}, text: String, at := 0) -> Maybe{Token{T}}
    row, i := scanner.width, at
    rule, stop := 0, at
    while i < text.length
        // the table leads to rows of its own, and there is a class for each byte
        #no-bounds-checks block
            row = Int(scanner.cells[row + 1 + Int(scanner.classes[text.data[i]])])
        end
        if row == 0
            break
        end
        i += 1
        accepted: Int = uninit
        #no-bounds-checks block
            accepted = Int(scanner.cells[row])
        end
        if accepted != 0
            rule, stop = accepted, i
        end
    end
    if rule == 0
        return none
    end
    return some(Token{T}{some(scanner.kinds[rule - 1]), text[at..<stop], at})
end

/// The tokens of a text, from its beginning to its end. Bytes at which no rule fits are a token of the kind `none`, a character each.
/// ```
/// NUMBERS :: #run Scanner.build{Int}({{10, "\\d+"}})
///
/// main :: ()
///     for token in NUMBERS.tokens("4é2")
///         print("{} ", token)     // => Token{Int}{kind = some(10), text = "4", at = 0} Token{Int}{kind = none, text = "é", at = 1} Token{Int}{kind = some(10), text = "2", at = 3}
///     end
///     print("\n")
/// end
/// ```
tokens :: {T}(scanner: Scanner{T}, text: String) -> Tokens{T} => Tokens{T}{scanner, text, 0}

/// The next token; false at the end of the text.
/// ```
/// NUMBERS :: #run Scanner.build{Int}({{10, "\\d+"}})
///
/// main :: ()
///     tokens := NUMBERS.tokens("42")
///     token, is_there := tokens.next()
///     print("{} {}\n", token.text, is_there)          // => 42 true
/// end
/// ```
next :: {T}(tokens: Pointer{Tokens{T}}) -> (Token{T}, Bool)
    if tokens.at >= tokens.text.length
        return Token{T}{}, false
    end
    if token := longest(tokens.scanner, tokens.text, tokens.at)
        tokens.at += token.text.length
        return token, true
    end
    start := tokens.at
    tokens.at += 1
    while tokens.at < tokens.text.length && tokens.text[tokens.at] & 0xc0 == 0x80
        tokens.at += 1
    end
    return Token{T}{none, tokens.text[start..<tokens.at], start}, true
end

/// How many states the automaton has.
/// ```
/// NUMBERS :: #run Scanner.build{Int}({{10, "\\d+|\\d\\d+"}})
///
/// main :: ()
///     print("{}\n", NUMBERS.state_count())            // => 2
/// end
/// ```
state_count :: {T}(scanner: Scanner{T}) -> Int => scanner.cells.length / scanner.width - 1

/// Frees a scanner that was built at run time.
/// ```
/// words := Scanner.build{Bool}({{true, "\\w+"}, {false, "\\W+"}})
/// defer words.destroy()
/// ```
destroy :: {T}(scanner: Pointer{Scanner{T}})
    if scanner.allocator != null
        with context{allocator = scanner.allocator, allocator_data = scanner.allocator_data}
            delete(scanner.classes)
            delete(scanner.cells)
            delete(scanner.kinds)
        end
    end
    scanner@ = Scanner{T}{}
end

// ---- Expressions become a graph (Thompson 1968) ----------------------------------------------------------------------------------------

NOWHERE :: -1 #private

/// A place in the graph: it reads a byte of a set and goes on to `first`, or goes to both without reading, or accepts a rule.
Node :: struct #private
    first, second: Int
    set: Int
    rule: Int
end

Graph :: struct #private
    nodes: List{Node}
    sets: List{Array{Bool, 256}}
    classes: Slice{u8}                  // bytes that no set tells apart are of one class
    class_count: Int
    made_for: Pointer{Source_Location}  // whom to name where there is no memory
end

/// A part of the graph: where it begins, and the node whose `first` leads on from it.
Part :: struct #private
    first, last: Int
end

Reader :: struct #private
    pattern: String
    at: Int
    graph: Pointer{Graph}
end

destroy :: (graph: Pointer{Graph}) #private
    graph.nodes.destroy()
    graph.sets.destroy()
    delete(graph.classes)
end

add_node :: (graph: Pointer{Graph}, node: Node) -> Int #private
    graph.nodes.append(node, location = graph.made_for)
    return graph.nodes.length - 1
end

/// A node that leads on and reads nothing.
pass :: (graph: Pointer{Graph}) -> Int #private => add_node(graph, Node{first = NOWHERE, second = NOWHERE, set = NOWHERE})

wrong :: (reader: Pointer{Reader}, what: String) -> Never #private
    panic("scanner: `{}`, byte {}: {}", reader.pattern, reader.at, what)
end

whole :: (reader: Pointer{Reader}) -> Part #private
    part := alternatives(reader)
    if reader.at < reader.pattern.length
        wrong(reader, "a `)` without its `(`")
    end
    return part
end

alternatives :: (reader: Pointer{Reader}) -> Part #private
    part := sequence(reader)
    while reader.at < reader.pattern.length && reader.pattern[reader.at] == '|'
        reader.at += 1
        other := sequence(reader)
        graph := reader.graph
        last := pass(graph)
        graph.nodes[part.last].first = last
        graph.nodes[other.last].first = last
        part = Part{add_node(graph, Node{part.first, other.first, NOWHERE, 0}), last}
    end
    return part
end

sequence :: (reader: Pointer{Reader}) -> Part #private
    first := pass(reader.graph)
    part := Part{first, first}
    while reader.at < reader.pattern.length && reader.pattern[reader.at] != '|' && reader.pattern[reader.at] != ')'
        next_part := repeated(reader)
        reader.graph.nodes[part.last].first = next_part.first
        part.last = next_part.last
    end
    return part
end

/// An atom with what stands behind it.
repeated :: (reader: Pointer{Reader}) -> Part #private
    start := reader.at
    part := atom(reader)
    stop := reader.at
    while reader.at < reader.pattern.length
        match reader.pattern[reader.at]
        case '*' => part = many(reader.graph, part, true)
        case '+' => part = many(reader.graph, part, false)
        case '?' => part = optional(reader.graph, part)
        case '{'
            part = counted(reader, part, start, stop)
            continue
        else => return part
        end
        reader.at += 1
    end
    return part
end

optional :: (graph: Pointer{Graph}, part: Part) -> Part #private
    last := pass(graph)
    graph.nodes[part.last].first = last
    return Part{add_node(graph, Node{part.first, last, NOWHERE, 0}), last}
end

many :: (graph: Pointer{Graph}, part: Part, or_none: Bool) -> Part #private
    last := pass(graph)
    again := add_node(graph, Node{part.first, last, NOWHERE, 0})
    graph.nodes[part.last].first = again
    return Part{ifx or_none => again else => part.first end, last}
end

/// `{2}`, `{2,}`, `{2,5}`: the atom is read again for each time.
counted :: (reader: Pointer{Reader}, once: Part, start: Int, stop: Int) -> Part #private
    reader.at += 1
    low := number(reader)
    high := low
    if reader.at < reader.pattern.length && reader.pattern[reader.at] == ','
        reader.at += 1
        high = ifx reader.at < reader.pattern.length && reader.pattern[reader.at] == '}' => NOWHERE else => number(reader) end
    end
    if reader.at == reader.pattern.length || reader.pattern[reader.at] != '}'
        wrong(reader, "a `{` without its `}`")
    end
    reader.at += 1
    if high != NOWHERE && high < low || high == 0 || max(low, high) > COUNT_MAX
        wrong(reader, "a number of times between 1 and 255, the smaller one first, is expected")
    end
    after := reader.at
    first := pass(reader.graph)
    part := Part{first, first}
    for i in 0..<max(max(low, high), 1)
        copy := once
        if i > 0
            reader.at = start
            copy = atom(reader)
        end
        if high == NOWHERE && i == max(low, 1) - 1
            copy = many(reader.graph, copy, low == 0)
        else if i >= low
            copy = optional(reader.graph, copy)
        end
        reader.graph.nodes[part.last].first = copy.first
        part.last = copy.last
    end
    assert(reader.at == stop || reader.at == after)
    reader.at = after
    return part
end

COUNT_MAX :: 255 #private

number :: (reader: Pointer{Reader}) -> Int #private
    n, digits := 0, 0
    while reader.at < reader.pattern.length && reader.pattern[reader.at] >= '0' && reader.pattern[reader.at] <= '9'
        n = min(n * 10 + Int(reader.pattern[reader.at]) - '0', COUNT_MAX + 1)
        reader.at += 1
        digits += 1
    end
    if digits == 0
        wrong(reader, "a number is expected; a `{` that is meant is `\\{`")
    end
    return n
end

atom :: (reader: Pointer{Reader}) -> Part #private
    set: Array{Bool, 256}
    byte := reader.pattern[reader.at]
    reader.at += 1
    match byte
    case '('
        part := alternatives(reader)
        if reader.at == reader.pattern.length
            wrong(reader, "a `(` without its `)`")
        end
        reader.at += 1
        return part
    case '[' => bracket(reader, &set)
    case '.'
        for &one, i in set
            one = i != '\n'
        end
    case '*', '+', '?', '{'
        reader.at -= 1
        wrong(reader, format("there is nothing that `{}` could repeat", Rune(byte)))
    case '\\' => escape(reader, &set)
    else      => set[byte] = true
    end
    reader.graph.sets.append(set, location = reader.graph.made_for)
    node := add_node(reader.graph, Node{NOWHERE, NOWHERE, reader.graph.sets.length - 1, 0})
    return Part{node, node}
end

/// What a `\` makes of what stands behind it.
escape :: (reader: Pointer{Reader}, set: Pointer{Array{Bool, 256}}) #private
    if reader.at == reader.pattern.length
        wrong(reader, "nothing stands behind the `\\`")
    end
    byte := reader.pattern[reader.at]
    reader.at += 1
    match byte
    case 'd', 'w', 's'
        for &one, i in set@
            one = one || is_of(u8(i), byte)
        end
    case 'D', 'W', 'S'
        for &one, i in set@
            one = one || !is_of(u8(i), byte + 32)
        end
    case 'n' => set@['\n'] = true
    case 'r' => set@['\r'] = true
    case 't' => set@['\t'] = true
    case '0' => set@[0] = true
    case 'x' => set@[hex(reader) * 16 + hex(reader)] = true
    else
        if is_of(byte, 'w')
            reader.at -= 1
            wrong(reader, format("`\\{}` has no meaning", Rune(byte)))
        end
        set@[byte] = true
    end
end

hex :: (reader: Pointer{Reader}) -> Int #private
    if reader.at < reader.pattern.length
        byte := reader.pattern[reader.at]
        reader.at += 1
        if byte >= '0' && byte <= '9'
            return Int(byte) - '0'
        end
        if byte | 32 >= 'a' && byte | 32 <= 'f'
            return Int(byte | 32) - 'a' + 10
        end
    end
    wrong(reader, "two hexadecimal digits are expected behind `\\x`")
end

is_of :: (byte: u8, class: u8) -> Bool #private
    match class
    case 'd' => return byte >= '0' && byte <= '9'
    case 's' => return byte == ' ' || byte >= 9 && byte <= 13
    else     => return byte >= '0' && byte <= '9' || byte == '_' || byte | 32 >= 'a' && byte | 32 <= 'z'
    end
end

/// `[…]`, behind its bracket.
bracket :: (reader: Pointer{Reader}, set: Pointer{Array{Bool, 256}}) #private
    negated := reader.at < reader.pattern.length && reader.pattern[reader.at] == '^'
    reader.at += Int(negated)
    start := reader.at
    while true
        if reader.at == reader.pattern.length
            wrong(reader, "a `[` without its `]`")
        end
        if reader.pattern[reader.at] == ']' && reader.at > start
            break
        end
        one := bracket_part(reader, set)
        if one != NOWHERE && reader.at + 1 < reader.pattern.length && reader.pattern[reader.at] == '-' && reader.pattern[reader.at + 1] != ']'
            reader.at += 1
            high := bracket_part(reader, set)
            if high < one
                wrong(reader, "a range whose ends are the wrong way round")
            end
            for byte in one..=high
                set@[byte] = true
            end
        end
    end
    reader.at += 1
    if negated
        for &one in set@
            one = !one
        end
    end
end

/// A byte between brackets, which is in the set then; `NOWHERE` for a class such as `\d`.
bracket_part :: (reader: Pointer{Reader}, set: Pointer{Array{Bool, 256}}) -> Int #private
    byte := reader.pattern[reader.at]
    if byte >= 128
        wrong(reader, "between brackets only ASCII is possible; write `(ä|ö)`")
    end
    reader.at += 1
    if byte != '\\'
        set@[byte] = true
        return Int(byte)
    end
    own: Array{Bool, 256}
    escape(reader, &own)
    found, count := NOWHERE, 0
    for is_in, i in own
        if is_in
            set@[i] = true
            found = i
            count += 1
        end
    end
    return ifx count == 1 => found else => NOWHERE end
end

/// Gives each byte its class: what some set has and what it has not are of different ones.
number_classes :: (graph: Pointer{Graph}) #private
    for &class in graph.classes
        class = 0
    end
    graph.class_count = 1
    for set in graph.sets
        // the new class of those of each class that are in the set
        moved: Array{Int, 256}
        has_others: Array{Bool, 256}
        for class, byte in graph.classes
            has_others[class] = has_others[class] || !set[byte]
        end
        for &class, byte in graph.classes
            if set[byte] && has_others[class]
                if moved[class] == 0
                    moved[class] = graph.class_count
                    graph.class_count += 1
                end
                class = u8(moved[class])
            end
        end
    end
end

// ---- The graph becomes an automaton ------------------------------------------------------------------------------------------------

/// States by number; state 0 is the one out of which nothing leads, 1 the first.
Automaton :: struct #private
    sets: List{Slice{u64}}              // the nodes that a state stands for
    cells: List{Int}                    // the next state of each state for each class
    rules: List{Int}                    // the rule that each accepts, or 0
    class_count: Int
end

destroy :: (automaton: Pointer{Automaton}) #private
    for set in automaton.sets
        delete(set)
    end
    automaton.sets.destroy()
    automaton.cells.destroy()
    automaton.rules.destroy()
end

/// States that an automaton has at most.
STATES_MAX :: 8192 #private

/// The automaton whose states are sets of nodes.
determine :: (graph: Pointer{Graph}, start: Int, location: Pointer{Source_Location} = #caller-location) -> Automaton #private
    automaton := Automaton{list{Slice{u64}}(), list{Int}(), list{Int}(), graph.class_count}
    words := (graph.nodes.length + 63) / 64
    samples := sample_bytes(graph, location = location)
    defer delete(samples)
    nothing := make_slice{u64}(words, location = location)
    add_state(&automaton, graph, nothing, location = location)
    first := make_slice{u64}(words, location = location)
    reach(graph, first, start)
    add_state(&automaton, graph, first, location = location)
    done := 1
    while done < automaton.sets.length
        for class in 0..<graph.class_count
            target := make_slice{u64}(words, location = location)
            go_on(graph, automaton.sets[done], target, samples[class])
            found := state_of(&automaton, target)
            if found < automaton.sets.length
                delete(target)
            else
                add_state(&automaton, graph, target, location = location)
            end
            automaton.cells[done * graph.class_count + class] = found
        end
        done += 1
    end
    return automaton
end

/// A byte of each class.
sample_bytes :: (graph: Pointer{Graph}, location: Pointer{Source_Location} = #caller-location) -> Slice{u8} #private
    samples := make_slice{u8}(graph.class_count, location = location)
    for class, byte in graph.classes
        samples[class] = u8(byte)
    end
    return samples
end

add_state :: (automaton: Pointer{Automaton}, graph: Pointer{Graph}, set: Slice{u64}, location: Pointer{Source_Location} = #caller-location) #private
    if automaton.sets.length == STATES_MAX
        panic("scanner: more than {} states are needed; simpler rules are", STATES_MAX)
    end
    rule := 0
    for node, i in graph.nodes
        if node.rule != 0 && has(set, i) && (rule == 0 || node.rule < rule)
            rule = node.rule
        end
    end
    automaton.sets.append(set, location = location)
    automaton.rules.append(rule, location = location)
    for _ in 0..<automaton.class_count
        automaton.cells.append(0, location = location)
    end
end

has :: (set: Slice{u64}, node: Int) -> Bool #private => set[node / 64] >> u64(node % 64) & 1 == 1

/// The number of the state with this set, or that of the next new one.
state_of :: (automaton: Pointer{Automaton}, set: Slice{u64}) -> Int #private
    for other, i in automaton.sets
        if equal(other, set)
            return i
        end
    end
    return automaton.sets.length
end

/// Adds a node and all that it leads to without reading.
reach :: (graph: Pointer{Graph}, set: Slice{u64}, node: Int) #private
    at := node
    while at != NOWHERE && !has(set, at)
        set[at / 64] |= u64(1) << u64(at % 64)
        if graph.nodes[at].set != NOWHERE
            return
        end
        if graph.nodes[at].second != NOWHERE
            reach(graph, set, graph.nodes[at].second)
        end
        at = graph.nodes[at].first
    end
end

/// The nodes to which a byte leads.
go_on :: (graph: Pointer{Graph}, from: Slice{u64}, to: Slice{u64}, byte: u8) #private
    for word, i in from
        rest := word
        while rest != 0
            node := graph.nodes[i * 64 + Int(trailing_zeros(rest))]
            rest &= rest - 1
            if node.set != NOWHERE && graph.sets[node.set][byte]
                reach(graph, to, node.first)
            end
        end
    end
end

/// Every rule wins somewhere, and none wins before anything has been read.
check_rules :: {T}(rules: Slice{Rule{T}}, automaton: Pointer{Automaton}, location: Pointer{Source_Location} = #caller-location) #private
    if automaton.rules[1] != 0
        rule := rules[automaton.rules[1] - 1]
        panic("scanner: `{}` for `{}` fits the empty text, so it would never come to an end", rule.pattern, rule.kind)
    end
    wins := make_slice{Bool}(rules.length + 1, location = location)
    defer delete(wins)
    for rule in automaton.rules
        wins[rule] = true
    end
    for rule, i in rules
        if !wins[i + 1]
            panic("scanner: `{}` for `{}` never wins: what it fits, a rule before it fits too", rule.pattern, rule.kind)
        end
    end
end

/// The table of the automaton with states that accept the same made one (Moore 1956).
minimal :: (automaton: Pointer{Automaton}, location: Pointer{Source_Location} = #caller-location) -> Slice{u16} #private
    count := automaton.rules.length
    groups := make_slice{Int}(count, location = location)
    finer := make_slice{Int}(count, location = location)
    defer delete(groups)
    defer delete(finer)
    group_count := regroup(automaton, groups, finer, true, location = location)
    while true
        for group, state in finer
            groups[state] = group
        end
        grown := regroup(automaton, groups, finer, false, location = location)
        if grown == group_count
            break
        end
        group_count = grown
    end
    width := automaton.class_count + 1
    if group_count * width > 1 << 16
        panic("scanner: a table of {} states and {} classes of bytes is too large", group_count, width - 1)
    end
    cells := make_slice{u16}(group_count * width, location = location)
    for group, state in groups
        cells[group * width] = u16(automaton.rules[state])
        for class in 0..<automaton.class_count
            cells[group * width + 1 + class] = u16(groups[automaton.cells[state * automaton.class_count + class]] * width)
        end
    end
    return cells
end

/// Puts states into groups by what they accept and to which groups they lead; how many groups there are. States 0 and 1 begin the first two.
regroup :: (automaton: Pointer{Automaton}, groups: Slice{Int}, finer: Slice{Int}, by_rule_only: Bool, location: Pointer{Source_Location} = #caller-location) -> Int #private
    firsts := list{Int}()
    defer firsts.destroy()
    for state in 0..<groups.length
        finer[state] = firsts.length
        for first, group in firsts
            if state > 1 && is_like(automaton, groups, first, state, by_rule_only)
                finer[state] = group
                break
            end
        end
        if finer[state] == firsts.length
            firsts.append(state, location = location)
        end
    end
    return firsts.length
end

is_like :: (automaton: Pointer{Automaton}, groups: Slice{Int}, a: Int, b: Int, by_rule_only: Bool) -> Bool #private
    if automaton.rules[a] != automaton.rules[b]
        return false
    end
    if by_rule_only
        return true
    end
    for class in 0..<automaton.class_count
        if groups[automaton.cells[a * automaton.class_count + class]] != groups[automaton.cells[b * automaton.class_count + class]]
            return false
        end
    end
    return groups[a] == groups[b]
end
