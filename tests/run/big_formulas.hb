// expect: 17.0
// expect: 144.5
// expect: 3628800.0
// expect: 610.0
// expect: line 10: fault(division)
// expect: line 11: fault(unknown("zz"))
// expect: line 12: fault(arity(Arity{name = "square", wanted = 1, given = 2}))
// expect: line 13: syntax(BAD_CHARACTER)
// expect: line 14: syntax(UNEXPECTED)
// expect: 5.0
// expect: line 16: syntax(TOO_DEEP)
// expect: line 17: syntax(UNEXPECTED)

// A tokenizer, parser and tree-walking interpreter for a small language with functions and closures' absence; several error kinds.
#import "List"
#import "Map"
Strings :: #import "Strings"

Token_Kind :: enum {u8}
    NUMBER
    NAME
    SIGN
    STOP
end

Token :: struct
    kind: Token_Kind
    text: String
    line: Int
end

Syntax :: enum #error
    FINE
    BAD_CHARACTER
    UNEXPECTED
    TOO_DEEP
end

Fault :: union #error
    fine
    unknown: String
    division
    arity: Arity
end

Arity :: struct
    name: String
    wanted, given: Int
end

Failure :: union #error
    none_
    syntax: Syntax
    fault: Fault
end

Expr :: union
    number: Float
    name: String
    binary: Binary
    call: Call
    negated: Pointer{Expr}
    choice: Choice
end

Binary :: struct
    sign: u8
    left, right: Pointer{Expr}
end

Call :: struct
    name: String
    arguments: List{Pointer{Expr}}
end

Choice :: struct
    condition, yes, no: Pointer{Expr}
end

Function :: struct
    name: String
    parameters: List{String}
    body: Pointer{Expr}
end

Parser :: struct
    tokens: List{Token}
    at: Int
    depth: Int
    functions: Map{String, Function}
end

tokens_of :: (text: String) -> (List{Token}, Syntax)
    list: List{Token}
    at, line := 0, 1
    while at < text.length
        start := at
        c := text[at]
        kind: Token_Kind = .SIGN
        match c
        case '\n'
            line += 1
            at += 1
            continue
        case ' ', '\t'
            at += 1
            continue
        case '0'..='9'
            while at < text.length && (text[at] in '0'..='9' || text[at] == '.')
                at += 1
            end
            kind = .NUMBER
        case 'a'..='z', 'A'..='Z', '_'
            while at < text.length && Strings.is_letter_or_digit(text[at])
                at += 1
            end
            kind = .NAME
        case '+', '-', '*', '/', '(', ')', ',', '=', '<', '?', ':'
            at += 1
        else
            return list, .BAD_CHARACTER
        end
        list.append({kind, text[start..<at], line})
    end
    list.append({.STOP, "", line})
    return list, .FINE
end

peek :: (p: Pointer{Parser}) -> Token => p.tokens[p.at]

accept :: (p: Pointer{Parser}, sign: String) -> Bool
    if p.peek().kind == .SIGN && p.peek().text == sign
        p.at += 1
        return true
    end
    return false
end

expect :: (p: Pointer{Parser}, sign: String) -> Syntax => ifx p.accept(sign) => .FINE else => .UNEXPECTED end

primary :: (p: Pointer{Parser}) -> (Pointer{Expr}, Syntax)
    p.depth += 1
    defer p.depth -= 1
    if p.depth > 50
        return null, .TOO_DEEP
    end
    t := p.peek()
    p.at += 1
    match t.kind
    case .NUMBER => return new(Expr.number(Strings.parse_float(t.text) or_else 0)), .FINE
    case .NAME
        if !p.accept("(")
            return new(Expr.name(t.text)), .FINE
        end
        call := Call{name = t.text}
        while !p.accept(")")
            if call.arguments.length > 0
                p.expect(",") or_return
            end
            call.arguments.append(p.expression() or_return)
        end
        return new(Expr.call(call)), .FINE
    case .SIGN if t.text == "("
        inner := p.expression() or_return
        p.expect(")") or_return
        return inner, .FINE
    case .SIGN if t.text == "-"
        inner := p.primary() or_return
        return new(Expr.negated(inner)), .FINE
    else
        return null, .UNEXPECTED
    end
end

level :: (sign: String) -> Int
    match sign
    case "<" => return 1
    case "+", "-" => return 2
    case "*", "/" => return 3
    else => return 0
    end
end

binary :: (p: Pointer{Parser}, least: Int) -> (Pointer{Expr}, Syntax)
    left := p.primary() or_return
    while p.peek().kind == .SIGN && level(p.peek().text) >= least
        sign := p.peek().text
        p.at += 1
        right := p.binary(level(sign) + 1) or_return
        left = new(Expr.binary({sign[0], left, right}))
    end
    return left, .FINE
end

expression :: (p: Pointer{Parser}) -> (Pointer{Expr}, Syntax)
    condition := p.binary(1) or_return
    if !p.accept("?")
        return condition, .FINE
    end
    yes := p.expression() or_return
    p.expect(":") or_return
    no := p.expression() or_return
    return new(Expr.choice({condition, yes, no})), .FINE
end

Scope :: #type Map{String, Float}

evaluate :: (p: Pointer{Parser}, scope: Pointer{Scope}, e: Pointer{Expr}) -> (Float, Fault)
    match e@
    case .number n => return n, .fine
    case .name name
        v := scope.get(name) or_else block
            return 0, .unknown(name)
        end
        return v, .fine
    case .negated inner
        return -(p.evaluate(scope, inner) or_return), .fine
    case .binary b
        x := p.evaluate(scope, b.left) or_return
        y := p.evaluate(scope, b.right) or_return
        match b.sign
        case '+' => return x + y, .fine
        case '-' => return x - y, .fine
        case '*' => return x * y, .fine
        case '<' => return ifx x < y => 1 else => 0 end, .fine
        else
            if y == 0
                return 0, .division
            end
            return x / y, .fine
        end
    case .choice c
        v := p.evaluate(scope, c.condition) or_return
        return p.evaluate(scope, ifx v != 0 => c.yes else => c.no end)
    case .call c
        f := p.functions.get(c.name) or_else block
            return 0, .unknown(c.name)
        end
        if f.parameters.length != c.arguments.length
            return 0, .arity({c.name, f.parameters.length, c.arguments.length})
        end
        inner: Scope
        defer inner.destroy()
        for name, i in f.parameters
            inner[name] = p.evaluate(scope, c.arguments[i]) or_return
        end
        return p.evaluate(&inner, f.body)
    end
end

// `name = expression`, `f(a, b) = expression` or an expression whose value is printed
statement :: (p: Pointer{Parser}, scope: Pointer{Scope}, line: String) -> Failure
    p.tokens = tokens_of(line) or_return
    p.at = 0
    e := p.expression() or_return
    if p.accept("=")
        body := p.expression() or_return
        if p.peek().kind != .STOP
            return .syntax(.UNEXPECTED)
        end
        match e@
        case .name name => scope@[name] = p.evaluate(scope, body) or_return
        case .call c
            f := Function{name = c.name, body = body}
            for a in c.arguments
                f.parameters.append(a.name)
            end
            p.functions[c.name] = f
        else
            return .syntax(.UNEXPECTED)
        end
        return .none_
    end
    if p.peek().kind != .STOP
        return .syntax(.UNEXPECTED)
    end
    print("{}\n", p.evaluate(scope, e) or_return)
    return .none_
end

main :: ()
    p: Parser
    scope: Scope
    program := `x = 3
y = x * (2 + 4) - 1
y
square(n) = n * n
fact(n) = n < 2 ? 1 : n * fact(n - 1)
square(y) / 2
fact(10)
fib(n) = n < 2 ? n : fib(n - 1) + fib(n - 2)
fib(15)
1 / (x - 3)
zz + 1
square(1, 2)
3 $ 4
(1 + 2
-(-x) - - 2
((((((((((((((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))))))))))))))
y <`
    for line, i in Strings.lines(program)
        failure := p.statement(&scope, line)
        if failure != .none_
            print("line {}: {}\n", i + 1, failure)
        end
    end
end
