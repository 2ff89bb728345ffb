//! What reading begins with: the events of all documents of a text in one list, of which each knows where the node ends that begins with it.

Json :: #import "Json"
Strings :: #import "Strings"
#import "Events"
#import "List"
#import "Set"

/// How deep sequences and mappings may nest, aliases included.
DEPTH_MAX :: 512

/// How many nodes may come from aliases, in all: what a few lines can stand for has no other bound.
EXPANSION_MAX :: 100_000

/// A text that is being read.
Parser :: struct
    text: String
    nodes: List{Node}
    buffer: Strings.Builder             // texts that do not stand in the whole text as they are
    anchors: List{Int}                  // by their number: the node
    at: Int                             // the next node
    depth: Int
    alias_depth: Int
    expanded: Int                       // nodes that came from aliases
    expanded_max: Int = EXPANSION_MAX
    has_merges: Bool
    error: Json.Error
    made_for: Pointer{Source_Location}  // whom to name where there is no memory
end

/// An event with its place in the list's structure.
Node :: struct
    kind: Event_Kind
    style: Style
    anchor: Int
    position: Int
    text_at: Int                        // in the whole text, or below 0: -1 less the place in the buffer
    text_length: Int
    tag_at: Int                         // in the buffer
    tag_length: Int
    behind: Int                         // the node behind this one and all that is in it
end

// ---- Loading --------------------------------------------------------------------------------------------------------------------

/// Reads all events of a text.
///
/// ```
/// Yaml :: #import "Yaml"
///
/// main :: ()
///     p := Yaml.load("[1, two]")
///     print("{} {}\n", p.nodes.length, p.nodes[3].kind)           // => 6 SCALAR
///     p.destroy()
/// end
/// ```
load :: (text: String, location: Pointer{Source_Location} = #caller-location) -> Parser
    p := Parser{text = text, nodes = list{Node}(), buffer = Strings.builder(location = location), anchors = list{Int}(), made_for = location}
    r := reader(text, location = location)
    defer r.destroy()
    open_nodes := list{Int}()
    defer open_nodes.destroy()
    while true
        raw := read_raw(&r)
        if raw.kind == .END || raw.kind == .WRONG
            break
        end
        add_node(&p, &r, &raw, &open_nodes)
    end
    if r.error != Json.Error.ok
        p.error = r.error
    end
    return p
end

/// ```
/// Yaml :: #import "Yaml"
///
/// main :: ()
///     p := Yaml.load("[1, two]")
///     p.destroy()
///     print("{}\n", p.nodes.length)                               // => 0
/// end
/// ```
destroy :: (p: Pointer{Parser})
    p.nodes.destroy()
    p.buffer.destroy()
    p.anchors.destroy()
end

add_node :: (p: Pointer{Parser}, r: Pointer{Reader}, raw: Pointer{Raw_Event}, open_nodes: Pointer{List{Int}}) #private
    number := p.nodes.length
    node := Node{kind = raw.kind, position = raw.position, anchor = raw.anchor, text_at = raw.text_at, behind = number + 1}
    node.text_length, node.tag_length = raw.text_length, raw.tag_length
    node.style = style_of(raw)
    if raw.tag_length > 0 || raw.text_at < 0 && raw.text_length > 0
        node.text_at = -1 - p.buffer.length
        node.tag_at = p.buffer.length + raw.text_length
        append_texts(r, raw, &p.buffer)
    end
    p.nodes.append(node, location = p.made_for)
    match raw.kind
    case .DOCUMENT_START => open_nodes.append(number, location = p.made_for)
    case .SEQUENCE_START, .MAPPING_START
        open_nodes.append(number, location = p.made_for)
        note_anchor(p, raw.anchor, number)
    case .SCALAR
        note_anchor(p, raw.anchor, number)
        p.has_merges = p.has_merges || node.text_length == 2 && is_merge(p, number)
    case .SEQUENCE_END, .DOCUMENT_END => p.nodes[open_nodes.pop()].behind = number + 1
    case .MAPPING_END
        start := open_nodes.pop()
        p.nodes[start].behind = number + 1
        check_keys(p, start)
    else
    end
end

note_anchor :: (p: Pointer{Parser}, anchor: Int, number: Int) #private
    if anchor > 0
        p.anchors.resize(max(p.anchors.length, anchor + 1), -1, location = p.made_for)
        p.anchors[anchor] = number
    end
end

/// The text of a scalar.
///
/// ```
/// Yaml :: #import "Yaml"
///
/// main :: ()
///     p := Yaml.load("\"t\\x77o\"")
///     print("{}\n", Yaml.text_of(&p, p.nodes[1]))                 // => two
///     p.destroy()
/// end
/// ```
text_of :: (p: Pointer{Parser}, node: Node) -> String
    if node.text_length == 0
        return ""
    end
    if node.text_at >= 0
        return p.text[node.text_at..<node.text_at + node.text_length]
    end
    start := -1 - node.text_at
    all := p.buffer.text()
    return all[start..<start + node.text_length]
end

/// The tag of a node, `tag:yaml.org,2002:str` for `!!str`, or nothing.
///
/// ```
/// Yaml :: #import "Yaml"
///
/// main :: ()
///     p := Yaml.load("!colour red")
///     print("{}\n", Yaml.tag_of_node(&p, p.nodes[1]))             // => !colour
///     p.destroy()
/// end
/// ```
tag_of_node :: (p: Pointer{Parser}, node: Node) -> String
    all := p.buffer.text()
    return ifx node.tag_length == 0 => "" else => all[node.tag_at..<node.tag_at + node.tag_length] end
end

// Up to here each key is held against each other.
FEW_KEYS :: 12 #private

// No two keys of a mapping are the same text.
check_keys :: (p: Pointer{Parser}, start: Int) #private
    count, number := 0, start + 1
    seen := set{String}()
    few: Array{Int, FEW_KEYS} = uninit
    while p.nodes[number].kind != .MAPPING_END
        key := p.nodes[number]
        if key.kind == .SCALAR && !is_merge(p, number)
            text := text_of(p, key)
            if count == FEW_KEYS
                for i in 0..<FEW_KEYS
                    seen.insert(text_of(p, p.nodes[few[i]]), location = p.made_for)
                end
            end
            is_new := true
            if count >= FEW_KEYS
                is_new = seen.insert(text, location = p.made_for)
            else
                for i in 0..<count
                    is_new = is_new && text_of(p, p.nodes[few[i]]) != text
                end
                few[count] = number
            end
            if !is_new
                fail_at(p, number, "the mapping has this key already")
                break
            end
            count += 1
        end
        number = p.nodes[p.nodes[number].behind].behind
    end
    seen.destroy()
end

// ---- Going along ------------------------------------------------------------------------------------------------------------------

/// Notes what is wrong at the next node, unless something was wrong before; gives false.
///
/// ```
/// Yaml :: #import "Yaml"
/// Strings :: #import "Strings"
///
/// Celsius :: struct
///     degrees: f64
/// end
///
/// read_yaml :: (p: Pointer{Yaml.Parser}, x: Pointer{Celsius}) -> Bool
///     text := Yaml.read_scalar(p, "expected a temperature") or_return
///     x.degrees = Strings.parse_float(Strings.trim_suffix(text, "°")) or_else 0.0
///     return Strings.ends_with(text, "°") || Yaml.fail(p, "expected a temperature")
/// end
///
/// main :: ()
///     days, _ := Yaml.decode{Array{Celsius, 2}}("[12.5°, -3°]")
///     print("{} {}\n", days[0].degrees, days[1].degrees)      // => 12.5 -3.0
/// end
/// ```
fail :: (p: Pointer{Parser}, message: String) -> Bool => fail_at(p, p.at, message)

/// The same at a node.
///
/// ```
/// Yaml :: #import "Yaml"
///
/// main :: ()
///     p := Yaml.load("[1, 2]")
///     Yaml.fail_at(&p, 3, "not two")
///     print("{}\n", p.error)                                      // => 1:5: not two
///     p.destroy()
/// end
/// ```
fail_at :: (p: Pointer{Parser}, number: Int, message: String) -> Bool
    if p.error == Json.Error.ok
        position := ifx number < p.nodes.length => p.nodes[number].position else => p.text.length end
        p.error = mistake_at(p.text, position, message)
    end
    return false
end

/// Whether a node is the key `<<`, whose value is merged into its mapping.
///
/// ```
/// Yaml :: #import "Yaml"
///
/// main :: ()
///     p := Yaml.load("{<<: {a: 1}}")
///     print("{} {}\n", Yaml.is_merge(&p, 2), Yaml.is_merge(&p, 4))       // => true false
///     p.destroy()
/// end
/// ```
is_merge :: (p: Pointer{Parser}, number: Int) -> Bool
    node := p.nodes[number]
    return node.kind == .SCALAR && node.style == .PLAIN && text_of(p, node) == "<<"
end
