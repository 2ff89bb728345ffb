// expect: 9 8
// expect: 19.0 9
// expect: 6 word("add")
// expect: 3.5

// A lexer of state functions, each of which gives the next one; what a closure picks out of unions.
Token :: union
    number: Float
    word: String
    open
    close
end
Lexer :: struct
    text: String
    at: Int
    out: Pointer{Array{Token, 16}}
    count: Int
end
Step :: distinct (lexer: Pointer{Lexer}) -> Step
start :: (l: Pointer{Lexer}) -> Step
    if l.at >= l.text.length
        return null
    end
    c := l.text[l.at]
    match c
    case ' ' => l.at += 1
    case '(', ')'
        l.emit(ifx c == '(' => .open else => .close end)
        l.at += 1
    case '0' ..= '9' => return Step(number)
    else => return Step(word)
    end
    return Step(start)
end
emit :: (l: Pointer{Lexer}, t: Token)
    l.out@[l.count] = t
    l.count += 1
end
number :: (l: Pointer{Lexer}) -> Step
    x := 0.0
    while l.at < l.text.length && l.text[l.at] >= '0' && l.text[l.at] <= '9'
        x = x * 10 + Float(l.text[l.at] - '0')
        l.at += 1
    end
    l.emit(.number(x))
    return Step(start)
end
word :: (l: Pointer{Lexer}) -> Step
    from := l.at
    while l.at < l.text.length && l.text[l.at] != ' ' && l.text[l.at] != ')'
        l.at += 1
    end
    l.emit(.word(l.text[from ..< l.at]))
    return Step(start)
end
lex :: (text: String, out: Pointer{Array{Token, 16}}) -> Int
    l := Lexer{text, 0, out, 0}
    step := Step(start)
    while step != null
        step = step(&l)
    end
    return l.count
end
sum_of :: {T}(xs: Slice{T}, pick: #closure (x: Pointer{T}) -> Maybe{Float}) -> Float
    total := 0.0
    for &x in xs
        total += pick(&x) or_continue
    end
    return total
end
COUNT :: #run count_tokens("(a 12 (b 3))")
count_tokens :: (s: String) -> Int
    out: Array{Token, 16}
    return lex(s, &out)
end
main :: () -> Int
    tokens: Array{Token, 16}
    n := lex("(add 12 (mul 3 4))", &tokens)
    print("{} {}\n", n, COUNT)
    seen := 0
    total := sum_of(tokens[..<n], [&seen] (t: Pointer{Token}) -> Maybe{Float}
        seen += 1
        match t@
        case .number x => return some(x)
        else => return none
        end
    end)
    print("{} {}\n", total, seen)
    words := 0
    for t in tokens[..<n]
        match t
        case .word w if w.length > 2
            words += w.length
        case .open, .close
        else
            continue
        end
    end
    print("{} {}\n", words, tokens[1])
    print("{}\n", sum_of({Token.number(1.5), Token.open, Token.number(2)}, (t: Pointer{Token}) -> Maybe{Float} => ifx tag_of(t@) == .number => some(t.number) else => none end))
    return 0
end
