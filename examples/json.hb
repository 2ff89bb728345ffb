//! Reads JSON and prints it nicely, or says where it is wrong: `json TEXT`. Values are a union that refers to itself through lists.

#import "List"
Arena :: #import "Arena"

Json :: union
    nothing
    boolean: Bool
    number: Float
    text: String
    array: List{Json}
    object: List{Member}
end

Member :: struct
    key: String
    value: Json
end

Json_Error :: union #error
    fine
    unexpected: Unexpected
    too_deep: Int
end

Unexpected :: struct
    position: Int
    expected: String
end

DEPTH_MAX :: 20

Parser :: struct
    text: String
    at: Int
    depth: Int
end

fails :: (p: Pointer{Parser}, expected: String) -> Json_Error => .unexpected({p.at, expected})

peek :: (p: Pointer{Parser}) -> u8
    while p.at < p.text.length
        c := p.text[p.at]
        if c != ' ' && c != '\n' && c != '\t' && c != '\r'
            return c
        end
        p.at += 1
    end
    return 0
end

/// Goes over this character, if it is next.
takes :: (p: Pointer{Parser}, c: u8) -> Bool
    if peek(p) != c
        return false
    end
    p.at += 1
    return true
end

parse_value :: (p: Pointer{Parser}) -> (Json, Json_Error)
    if p.depth > DEPTH_MAX
        return .nothing, .too_deep(p.at)
    end
    match peek(p)
    case '{'
        members := parse_object(p) or_return
        return .object(members), .fine
    case '['
        elements := parse_array(p) or_return
        return .array(elements), .fine
    case '"'
        text := parse_text(p) or_return
        return .text(text), .fine
    case '-', '0'..='9'
        number := parse_number(p) or_return
        return .number(number), .fine
    case 'a'..='z'
        return parse_word(p)
    else
        return .nothing, fails(p, "a value")
    end
end

parse_object :: (p: Pointer{Parser}) -> (List{Member}, Json_Error)
    members := list{Member}()
    p.at += 1
    p.depth += 1
    defer p.depth -= 1
    while !takes(p, '}')
        if members.length > 0 && !takes(p, ',')
            return members, fails(p, "`,` or `}`")
        end
        if peek(p) != '"'
            return members, fails(p, "a key")
        end
        key := parse_text(p) or_return
        if !takes(p, ':')
            return members, fails(p, "`:`")
        end
        members.append({key, parse_value(p) or_return})
    end
    return members, .fine
end

parse_array :: (p: Pointer{Parser}) -> (List{Json}, Json_Error)
    elements := list{Json}()
    p.at += 1
    p.depth += 1
    defer p.depth -= 1
    while !takes(p, ']')
        if elements.length > 0 && !takes(p, ',')
            return elements, fails(p, "`,` or `]`")
        end
        elements.append(parse_value(p) or_return)
    end
    return elements, .fine
end

parse_text :: (p: Pointer{Parser}) -> (String, Json_Error)
    p.at += 1
    start := p.at
    while p.at < p.text.length
        match p.text[p.at]
        case '"'
            p.at += 1
            return p.text[start..<p.at - 1], .fine
        case '\\' => p.at += 2
        case 0..<0x20 => break
        else => p.at += 1
        end
    end
    return "", fails(p, "the end of the string")
end

parse_number :: (p: Pointer{Parser}) -> (Float, Json_Error)
    negative := takes(p, '-')
    value := digits(p) or_return
    if takes(p, '.')
        start := p.at
        fraction := digits(p) or_return
        for _ in start..<p.at
            fraction /= 10
        end
        value += fraction
    end
    return ifx negative => -value else => value end, .fine
end

digits :: (p: Pointer{Parser}) -> (Float, Json_Error)
    start, value := p.at, 0.0
    while p.at < p.text.length && p.text[p.at] in '0'..='9'
        value = 10 * value + Float(p.text[p.at] - '0')
        p.at += 1
    end
    return value, ifx p.at > start => .fine else => fails(p, "a digit") end
end

parse_word :: (p: Pointer{Parser}) -> (Json, Json_Error)
    start := p.at
    while p.at < p.text.length && p.text[p.at] in 'a'..='z'
        p.at += 1
    end
    match p.text[start..<p.at]
    case "true"  => return .boolean(true), .fine
    case "false" => return .boolean(false), .fine
    case "null"  => return .nothing, .fine
    else
        p.at = start
        return .nothing, fails(p, "`true`, `false` or `null`")
    end
end

parse :: (text: String) -> (Json, Json_Error)
    p := Parser{text = text}
    value := parse_value(&p) or_return
    return value, ifx peek(&p) == 0 => .fine else => fails(&p, "nothing more") end
end

// ---- Printing: `print("{}", json)` calls this.

format :: (out: Pointer{Writer}, value: Pointer{Json}, _spec: Format_Spec)
    show(out, value@, 0)
end

show :: (out: Pointer{Writer}, value: Json, depth: Int)
    match value
    case .nothing   => write(out, "null")
    case .boolean b => write(out, ifx b => "true" else => "false" end)
    case .number n  => print_to(out, "{}", n)
    case .text t    => print_to(out, "\"{}\"", t)
    case .array a
        if a.length == 0
            write(out, "[]")
            return
        end
        for element, i in a.data[0..<a.length]
            write(out, ifx i == 0 => "[" else => "," end)
            line(out, depth + 1)
            show(out, element, depth + 1)
        end
        line(out, depth)
        write(out, "]")
    case .object members
        if members.length == 0
            write(out, "{}")
            return
        end
        for member, i in members.data[0..<members.length]
            write(out, ifx i == 0 => "{" else => "," end)
            line(out, depth + 1)
            print_to(out, "\"{}\": ", member.key)
            show(out, member.value, depth + 1)
        end
        line(out, depth)
        write(out, "}")
    end
end

line :: (out: Pointer{Writer}, depth: Int)
    write(out, "\n")
    for _ in 0..<depth
        write(out, "  ")
    end
end

main :: (arguments: Slice{String}) -> Int
    samples := Array{String, _}{
        `{"name": "Hubbub", "tags": ["small", "fast"], "size": {"bytes": 1696, "ok": true}, "empty": [{}, [], null], "rest": -1.25}`,
        `[1, 2, "three \" four"]`,
        `{"a": [1, 2}`,
        `{"a" 1}`,
        `[1, 2] 3`,
        `nul`,
        `"open`,
        `[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]`,
    }
    texts: Slice{String} = ifx arguments.length > 1 => arguments[1..] else => samples end
    status := 0
    for text in texts
        arena := Arena.create()
        defer arena.destroy()
        with context{allocator = Arena.allocate, allocator_data = &arena}
            value, error := parse(text)
            match error
            case .fine => print("{}\n", value)
            case .unexpected u
                print("byte {}: expected {}\n", u.position, u.expected)
                status = ifx arguments.length > 1 => 1 else => 0 end
            case .too_deep position => print("byte {}: nested more than {} deep\n", position, DEPTH_MAX)
            end
        end
    end
    return status
end
