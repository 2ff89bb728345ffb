// expect: server example.org:8080 [1, 2, 3]
// expect: nested depth 3
#import "List"
Value :: union
    number: Int
    text: String
    list: Slice{Value}
    table: Slice{Entry}
end
Entry :: struct
    key: String
    value: Pointer{Value}
end
Parser :: struct
    text: String
    at: Int
end
skip :: (p: Pointer{Parser})
    while p.at < p.text.length && (p.text[p.at] == ' ' || p.text[p.at] == '\n')
        p.at += 1
    end
end
word :: (p: Pointer{Parser}) -> String
    start := p.at
    while p.at < p.text.length && p.text[p.at] >= 'a' && p.text[p.at] <= 'z' || p.at < p.text.length && p.text[p.at] == '.'
        p.at += 1
    end
    return p.text[start..<p.at]
end
value :: (p: Pointer{Parser}) -> Value
    skip(p)
    c := p.text[p.at]
    if c >= '0' && c <= '9'
        n := 0
        while p.at < p.text.length && p.text[p.at] >= '0' && p.text[p.at] <= '9'
            n = n * 10 + Int(p.text[p.at]) - '0'
            p.at += 1
        end
        return .number(n)
    else if c == '['
        p.at += 1
        items := list{Value}()
        skip(p)
        while p.text[p.at] != ']'
            items.append(value(p))
            skip(p)
        end
        p.at += 1
        return .list(items.items())
    else if c == '{'
        p.at += 1
        entries := list{Entry}()
        skip(p)
        while p.text[p.at] != '}'
            key := word(p)
            skip(p)
            assert(p.text[p.at] == '=', "a `=` is missing")
            p.at += 1
            entries.append(Entry{key, new(value(p))})
            skip(p)
        end
        p.at += 1
        return .table(entries.items())
    end
    return .text(word(p))
end
parse :: (text: String) -> Value
    p := Parser{text, 0}
    return value(&p)
end
get :: (v: Value, key: String) -> Value
    for e in v.table
        if e.key == key
            return e.value@
        end
    end
    panic("no {}", key)
end
CONFIG :: #run parse(`{ host = example.org port = 8080 ids = [1 2 3] deep = { deep = { deep = 3 } } }`)
#assert(get(CONFIG, "port").number == 8080)
main :: ()
    print("server {}:{} [", get(CONFIG, "host").text, get(CONFIG, "port").number)
    for v, i in get(CONFIG, "ids").list
        print("{}{}", ifx i > 0 => ", " else => "" end, v.number)
    end
    print("]\nnested depth {}\n", get(get(get(CONFIG, "deep"), "deep"), "deep").number)
end
