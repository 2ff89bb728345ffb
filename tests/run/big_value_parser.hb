// expect: NONE
// expect: {
// expect:   "name": "hubbub",
// expect:   "tags": [
// expect:     "a",
// expect:     "b",
// expect:     [
// expect:     ]
// expect:   ],
// expect:   "nested": {
// expect:     "x": -1.5,
// expect:     "y": [
// expect:       1.0,
// expect:       2.25,
// expect:       null,
// expect:       true
// expect:     ]
// expect:   },
// expect:   "empty": {
// expect:   }
// expect: }
// expect: 1.75
// expect: "": UNFINISHED
// expect: "[1, 2": UNFINISHED
// expect: "{\"a\" 1}": UNEXPECTED
// expect: "nul": UNEXPECTED
// expect: "-": NUMBER
// expect: "1 2": TRAILING
// expect: "\"abc": UNFINISHED
// expect: a

// JSON-like recursive descent parser and pretty printer with a union, Rust style.
#import "List"

Value :: union
    nothing
    boolean: Bool
    number: Float
    text: String
    items: List{Value}
    members: List{Member}
end

Member :: struct
    key: String
    value: Value
end

Mistake :: enum #error
    NONE
    UNEXPECTED
    UNFINISHED
    NUMBER
    TRAILING
end

Parser :: struct
    text: String
    at: Int
end

peek :: (p: Pointer{Parser}) -> u8 => ifx p.at < p.text.length => p.text[p.at] else => 0 end

skip :: (p: Pointer{Parser})
    while p.at < p.text.length
        match p.text[p.at]
        case ' ', '\n', '\t', '\r' => p.at += 1
        else => return
        end
    end
end

accept :: (p: Pointer{Parser}, c: u8) -> Bool
    p.skip()
    if p.peek() != c
        return false
    end
    p.at += 1
    return true
end

word :: (p: Pointer{Parser}, w: String, v: Value) -> (Value, Mistake)
    if p.text.length - p.at >= w.length && p.text[p.at..<p.at + w.length] == w
        p.at += w.length
        return v, .NONE
    end
    return {}, .UNEXPECTED
end

string :: (p: Pointer{Parser}) -> (String, Mistake)
    p.at += 1
    start := p.at
    while p.at < p.text.length && p.text[p.at] != '"'
        p.at += 1
    end
    if p.at == p.text.length
        return "", .UNFINISHED
    end
    p.at += 1
    return p.text[start..<p.at - 1], .NONE
end

number :: (p: Pointer{Parser}) -> (Float, Mistake)
    negative := p.accept('-')
    n := 0.0
    digits := 0
    while p.peek() in '0'..='9'
        n = n * 10 + f64(p.peek() - '0')
        p.at += 1
        digits += 1
    end
    if digits == 0
        return 0, .NUMBER
    end
    if p.peek() == '.'
        p.at += 1
        scale := 0.1
        while p.peek() in '0'..='9'
            n += f64(p.peek() - '0') * scale
            scale /= 10
            p.at += 1
        end
    end
    return ifx negative => -n else => n end, .NONE
end

value :: (p: Pointer{Parser}) -> (Value, Mistake)
    p.skip()
    match p.peek()
    case 0 => return {}, .UNFINISHED
    case 'n' => return p.word("null", .nothing)
    case 't' => return p.word("true", .boolean(true))
    case 'f' => return p.word("false", .boolean(false))
    case '"'
        s := p.string() or_return
        return .text(s), .NONE
    case '['
        p.at += 1
        list: List{Value}
        if p.accept(']')
            return .items(list), .NONE
        end
        while true
            list.append(p.value() or_return)
            if p.accept(',')
                continue
            end
            if p.accept(']')
                return .items(list), .NONE
            end
            return {}, ifx p.peek() == 0 => .UNFINISHED else => .UNEXPECTED end
        end
    case '{'
        p.at += 1
        members: List{Member}
        if p.accept('}')
            return .members(members), .NONE
        end
        while true
            p.skip()
            if p.peek() != '"'
                return {}, .UNEXPECTED
            end
            key := p.string() or_return
            if !p.accept(':')
                return {}, .UNEXPECTED
            end
            v := p.value() or_return
            members.append({key, v})
            if p.accept(',') continue; end
            if p.accept('}') return .members(members), .NONE; end
            return {}, .UNFINISHED
        end
    case '-', '0'..='9'
        return .number(p.number() or_return), .NONE
    else
        return {}, .UNEXPECTED
    end
end

parse :: (text: String) -> (Value, Mistake)
    p := Parser{text = text}
    v := p.value() or_return
    p.skip()
    if p.at != text.length
        return {}, .TRAILING
    end
    return v, .NONE
end

indent :: (n: Int)
    for _ in 0..<n
        print("  ")
    end
end

show :: (v: Value, depth: Int = 0)
    match v
    case .nothing => print("null")
    case .boolean b => print("{}", b)
    case .number n => print("{}", n)
    case .text t => print("{:?}", t)
    case .items items
        print("[\n")
        for item, i in items
            indent(depth + 1)
            show(item, depth + 1)
            print("{}\n", ifx i + 1 < items.length => "," else => "" end)
        end
        indent(depth)
        print("]")
    case .members members
        print("{{\n")
        for m, i in members
            indent(depth + 1)
            print("{:?}: ", m.key)
            show(m.value, depth + 1)
            print("{}\n", ifx i + 1 < members.length => "," else => "" end)
        end
        indent(depth)
        print("}}")
    end
end

sum :: (v: Value) -> Float
    match v
    case .number n => return n
    case .items list
        t := 0.0
        for x in list
            t += sum(x)
        end
        return t
    case .members list
        t := 0.0
        for m in list
            t += sum(m.value)
        end
        return t
    else => return 0
    end
end

main :: ()
    text := `{"name": "hubbub", "tags": ["a", "b", []], "nested": {"x": -1.5, "y": [1, 2.25, null, true]}, "empty": {}}`
    v, e := parse(text)
    print("{}\n", e)
    show(v)
    print("\n{}\n", sum(v))
    for bad in Array{String, _}{"", "[1, 2", "{\"a\" 1}", "nul", "-", "1 2", "\"abc"}
        _, why := parse(bad)
        print("{:?}: {}\n", bad, why)
    end
    print("{}\n", v.members[1].value.items[0].text)
end
