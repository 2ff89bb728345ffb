// expect: 5 -9 1 1 (4)
// expect: 6765 (1)
// expect: 2001 1000 (2)
// expect: 21 (1)
// expect: line 2: `;` is not expected here
// expect: line 1: `z` is not known
// expect: 253 calls are too many
// expect: line 1: `the end` is not expected here

// A tokenizer, a Pratt parser and a machine for bytecode: numbers, variables, `while`, `if`, procedures with recursion.

List :: #import "List"
Map :: #import "Map"

Op :: enum {u8}
    PUSH
    LOAD
    STORE
    ADD
    SUB
    MUL
    DIV
    REM
    LESS
    EQUAL
    NOT
    JUMP
    JUMP_IF_NOT
    CALL
    RETURN
    PRINT
    POP
    HALT
end

Code :: struct
    op: Op
    arg: i32
end

Token_Kind :: enum
    NUMBER
    NAME
    SYMBOL
    FINISH
end

Token :: struct
    kind: Token_Kind
    text: String
    value: Int
    line: Int
end

Fault :: union #error
    fine
    unexpected: Token
    unknown: Token
    stack_deep: Int
end

Function :: struct
    start: Int
    parameters: Int
end

Compiler :: struct
    source: String
    at: Int
    line: Int = 1
    token: Token
    code: List.List{Code}
    locals: Map.Map{String, i32}
    functions: Map.Map{String, Function}
end

is_letter :: (c: u8) -> Bool => c >= 'a' && c <= 'z' || c == '_'
is_digit :: (c: u8) -> Bool => c >= '0' && c <= '9'

advance :: (c: *Compiler) -> Token
    before := c.token
    s := c.source
    while c.at < s.length && (s[c.at] == ' ' || s[c.at] == '\n')
        if s[c.at] == '\n' c.line += 1; end
        c.at += 1
    end
    start := c.at
    t := Token{kind = .FINISH, line = c.line}
    if start < s.length
        if is_digit(s[start])
            t.kind = .NUMBER
            while c.at < s.length && is_digit(s[c.at])
                t.value = t.value * 10 + Int(s[c.at] - '0')
                c.at += 1
            end
        else if is_letter(s[start])
            t.kind = .NAME
            while c.at < s.length && (is_letter(s[c.at]) || is_digit(s[c.at]))
                c.at += 1
            end
        else
            t.kind = .SYMBOL
            c.at += ifx start + 1 < s.length && s[start] == '=' && s[start + 1] == '=' => 2 else => 1 end
        end
        t.text = s[start..<c.at]
    end
    c.token = t
    return before
end

is_at :: (c: *Compiler, text: String) -> Bool => c.token.text == text && c.token.kind != .NUMBER

accept :: (c: *Compiler, text: String) -> Bool
    if c.is_at(text)
        c.advance()
        return true
    end
    return false
end

expect :: (c: *Compiler, text: String) -> Fault
    return ifx c.accept(text) => .fine else => .unexpected(c.token) end
end

emit :: (c: *Compiler, op: Op, arg: Int = 0) -> Int
    c.code.append({op, i32(arg)})
    return c.code.length - 1
end

Infix :: struct
    text: String
    level: Int
    op: Op
end

INFIX :: Array{Infix, _}{
    {"==", 1, .EQUAL}, {"<", 1, .LESS}, {"+", 2, .ADD}, {"-", 2, .SUB}, {"*", 3, .MUL}, {"/", 3, .DIV}, {"%", 3, .REM},
}

infix_of :: (t: Token) -> Maybe{Infix}
    for i in INFIX
        if t.kind == .SYMBOL && i.text == t.text return i; end
    end
    return none
end

prefix :: (c: *Compiler) -> Fault
    t := c.advance()
    match t.kind
    case .NUMBER => c.emit(.PUSH, t.value)
    case .NAME
        if c.accept("(")
            f := c.functions.get(t.text) or_else block return .unknown(t) end
            n := 0
            while !c.is_at(")")
                expression(c, 0) or_return
                n += 1
                if !c.accept(",") break; end
            end
            expect(c, ")") or_return
            if n != f.parameters return .unexpected(t); end
            c.emit(.CALL, f.start * 16 + n)
        else
            slot := c.locals.get(t.text) or_else block return .unknown(t) end
            c.emit(.LOAD, Int(slot))
        end
    case .SYMBOL
        if t.text == "("
            expression(c, 0) or_return
            expect(c, ")") or_return
        else if t.text == "-"
            c.emit(.PUSH, 0)
            expression(c, 9) or_return
            c.emit(.SUB)
        else if t.text == "!"
            expression(c, 9) or_return
            c.emit(.NOT)
        else
            return .unexpected(t)
        end
    case .FINISH => return .unexpected(t)
    end
    return .fine
end

expression :: (c: *Compiler, level: Int) -> Fault
    prefix(c) or_return
    while i := infix_of(c.token)
        if i.level <= level break; end
        c.advance()
        expression(c, i.level) or_return
        c.emit(i.op)
    end
    return .fine
end

block_of :: (c: *Compiler) -> Fault
    expect(c, "{") or_return
    while !c.accept("}")
        statement(c) or_return
    end
    return .fine
end

slot_of :: (c: *Compiler, name: String) -> i32
    if s := c.locals.get(name) return s; end
    s := i32(c.locals.length)
    c.locals[name] = s
    return s
end

statement :: (c: *Compiler) -> Fault
    if c.accept("while")
        start := c.code.length
        expression(c, 0) or_return
        out := c.emit(.JUMP_IF_NOT)
        block_of(c) or_return
        c.emit(.JUMP, start)
        c.code[out].arg = i32(c.code.length)
    else if c.accept("if")
        expression(c, 0) or_return
        out := c.emit(.JUMP_IF_NOT)
        block_of(c) or_return
        if c.accept("else")
            over := c.emit(.JUMP)
            c.code[out].arg = i32(c.code.length)
            block_of(c) or_return
            c.code[over].arg = i32(c.code.length)
        else
            c.code[out].arg = i32(c.code.length)
        end
    else if c.accept("return")
        expression(c, 0) or_return
        expect(c, ";") or_return
        c.emit(.RETURN)
    else if c.accept("print")
        expression(c, 0) or_return
        expect(c, ";") or_return
        c.emit(.PRINT)
    else if c.accept("fn")
        name := c.advance().text
        over := c.emit(.JUMP)
        outer := c.locals
        c.locals = {}
        expect(c, "(") or_return
        while c.token.kind == .NAME
            slot_of(c, c.advance().text)
            if !c.accept(",") break; end
        end
        expect(c, ")") or_return
        c.functions[name] = {c.code.length, c.locals.length}
        block_of(c) or_return
        c.emit(.PUSH, 0)
        c.emit(.RETURN)
        c.locals.destroy()
        c.locals = outer
        c.code[over].arg = i32(c.code.length)
    else
        t := c.token
        if t.kind != .NAME return .unexpected(t); end
        rest := c.at
        c.advance()
        if c.accept("=")
            expression(c, 0) or_return
            expect(c, ";") or_return
            c.emit(.STORE, Int(slot_of(c, t.text)))
        else
            c.at, c.token = rest, t
            expression(c, 0) or_return
            expect(c, ";") or_return
            c.emit(.POP)
        end
    end
    return .fine
end

Frame :: struct
    back: Int
    base: Int
end

run :: (code: Slice{Code}) -> (Int, Fault)
    stack: Array{Int, 4096} = uninit
    frames: Array{Frame, 256} = uninit
    frame, base, top, pc, printed := 0, 0, 16, 0, 0
    while true
        c := code[pc]
        pc += 1
        arg := Int(c.arg)
        match c.op
        case .PUSH
            stack[top] = arg
            top += 1
        case .LOAD
            stack[top] = stack[base + arg]
            top += 1
        case .STORE
            top -= 1
            stack[base + arg] = stack[top]
        case .ADD
            top -= 1
            stack[top - 1] += stack[top]
        case .SUB
            top -= 1
            stack[top - 1] -= stack[top]
        case .MUL
            top -= 1
            stack[top - 1] *= stack[top]
        case .DIV
            top -= 1
            stack[top - 1] /= stack[top]
        case .REM
            top -= 1
            stack[top - 1] %= stack[top]
        case .LESS
            top -= 1
            stack[top - 1] = Int(stack[top - 1] < stack[top])
        case .EQUAL
            top -= 1
            stack[top - 1] = Int(stack[top - 1] == stack[top])
        case .NOT => stack[top - 1] = Int(stack[top - 1] == 0)
        case .JUMP => pc = arg
        case .JUMP_IF_NOT
            top -= 1
            if stack[top] == 0 pc = arg; end
        case .CALL
            if frame == 256 || top + 32 > 4096 return printed, .stack_deep(frame); end
            frames[frame] = {pc, base}
            frame += 1
            base = top - arg % 16
            top = base + 16
            pc = arg / 16
        case .RETURN
            frame -= 1
            result := stack[top - 1]
            top = base + 1
            stack[base] = result
            pc, base = frames[frame].back, frames[frame].base
        case .PRINT
            top -= 1
            printed += 1
            print("{} ", stack[top])
        case .POP => top -= 1
        case .HALT => return printed, .fine
        end
    end
end

attempt :: (source: String)
    c := Compiler{source = source}
    defer c.code.destroy()
    defer c.locals.destroy()
    defer c.functions.destroy()
    c.advance()
    fault: Fault
    while c.token.kind != .FINISH && fault == .fine
        fault = statement(&c)
    end
    c.emit(.HALT)
    printed := 0
    if fault == .fine
        printed, fault = run(c.code.items())
    end
    match fault
    case .fine => print("({})\n", printed)
    case .unexpected t => print("line {}: `{}` is not expected here\n", t.line, ifx t.kind == .FINISH => "the end" else => t.text end)
    case .unknown t => print("line {}: `{}` is not known\n", t.line, t.text)
    case .stack_deep n => print("{} calls are too many\n", n)
    end
end

main :: () -> Int
    attempt("print 1 + 2 * 3 - 4 / 2; print (1 + 2) * -3; print 1 < 2 == 1; print !0;")
    attempt("fn fib(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); }\nprint fib(20);")
    attempt("i = 0; sum = 0;\nwhile i < 1000 { sum = sum + i * i % 7; i = i + 1; }\nprint sum; print i;")
    attempt("fn gcd(a, b) { while !(b == 0) { t = a % b; a = b; b = t; } return a; }\nprint gcd(1071, 462); gcd(1, 2);")
    attempt("x = 3;\ny = x + ;")
    attempt("print z;")
    attempt("fn f(n) { return f(n + 1); }\nprint f(0);")
    attempt("while 1 { print 1;")
    return 0
end
