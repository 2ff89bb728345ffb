// eval: no, PCRE2 is foreign code
// expect: 1:NAME:größe 1:OPERATOR::= 1:NUMBER:3.5e2 1:OPERATOR:* 1:OPERATOR:( 1:NAME:x_1 1:OPERATOR:+ 1:NUMBER:40 1:OPERATOR:) 1:COMMENT:// sum 2:NAME:if 2:NAME:größe 2:OPERATOR:>= 2:TEXT:"a \" b" 2:OPERATOR:{ 2:NAME:print 2:OPERATOR:( 2:NAME:größe 2:OPERATOR:) 2:OPERATOR:; 2:OPERATOR:} and
// expect: 21 tokens, true
// expect: line 2: nothing begins with `@`
// expect: 5 false

// The tokens of a small language by one pattern with a group for each kind, anchored where the last one ended.

Regex :: #import "Regex"
#import "List"

Kind :: enum
    BLANK
    NUMBER
    NAME
    TEXT
    COMMENT
    OPERATOR
end

Token :: struct
    kind: Kind
    text: String
    line: Int
end

tokens :: (source: String) -> (List{Token}, Bool)
    r, _ := Regex.compile(`\G(?:(\s+)|(\d+(?:\.\d+)?(?:e[+-]?\d+)?)|([\p{L}_][\p{L}\d_]*)|("(?:[^"\\]|\\.)*")|(//[^\n]*)|(<=|>=|==|:=|[-+*/<>=(){};,]))`)
    defer r.destroy()
    result := list{Token}()
    at, line := 0, 1
    while at < source.length
        m := r.find(source, at) or_else Regex.Match{}
        if m.core == null
            print("line {}: nothing begins with `{}`\n", line, Rune(source[at]))
            return result, false
        end
        for kind in 1..=m.core.group_count - 1
            if m.has_group(kind)
                if kind != 1
                    result.append(Token{Kind(i32(kind - 1)), m.text(), line})
                end
                break
            end
        end
        for byte in m.text().data[0..<m.text().length]
            line += Int(byte == '\n')
        end
        at = m.end_of()
    end
    return result, true
end

main :: () -> Int
    found, ok := tokens("größe := 3.5e2 * (x_1 + 40) // sum\nif größe >= \"a \\\" b\" { print(größe); }")
    for t in found
        print("{}:{}:{} ", t.line, enum_name(t.kind), t.text)
    end
    print("and\n{} tokens, {}\n", found.length, ok)
    found.destroy()
    some_of_it, bad := tokens("a = 1\nb = @")
    print("{} {}\n", some_of_it.length, bad)
    some_of_it.destroy()
    return 0
end
