//! A small virtual machine with an assembler. The program below computes primes and factorials on it.

Strings :: #import "Strings"
#import "List"

Opcode :: enum {u8}
    HALT
    PUSH            // the operand
    LOAD            // the variable whose number is the operand
    STORE
    ADD
    SUB
    MUL
    MOD
    LESS
    JUMP            // to the operand
    JUMP_ZERO       // if the top is 0
    CALL
    RETURN
    PRINT
end

Instruction :: struct
    opcode: Opcode
    operand: i32
end

has_operand :: (o: Opcode) -> Bool
    match o
    case .PUSH, .LOAD, .STORE, .JUMP, .JUMP_ZERO, .CALL => return true
    else => return false
    end
end

// ---- The assembler

Problem :: enum
    UNKNOWN_INSTRUCTION
    MISSING_OPERAND
    NO_NUMBER
    UNKNOWN_LABEL
    LEFT_OVER
end

Assembly_Error :: union #error
    none_at_all
    at: Mistake
end

Mistake :: struct
    line: Int
    problem: Problem
    word: String
end

Label :: struct
    name: String
    address: i32
end

Patch :: struct
    instruction: Int
    label: String
    line: Int
end

Assembler :: struct
    code: List{Instruction}
    labels: List{Label}
    patches: List{Patch}
    variables: List{String}
    line: Int
end

/// Cuts the first word off.
take_word :: (rest: Pointer{String}) -> (String, Bool)
    text := Strings.trim(rest@)
    if text.length == 0 || text[0] == ';'
        return "", false
    end
    last := 0
    while last < text.length && !Strings.is_blank(text[last])
        last += 1
    end
    rest@ = text[last..]
    return text[..<last], true
end

opcode_named :: (word: String) -> Maybe{Opcode}
    for number in 0..=i32(Opcode.PRINT)
        opcode := Opcode(number)
        if Strings.to_upper(word) == enum_name(opcode)
            return opcode
        end
    end
    return none
end

variable_number :: (a: Pointer{Assembler}, name: String) -> i32
    for known, i in a.variables.items()
        if known == name
            return i32(i)
        end
    end
    a.variables.append(name)
    return i32(a.variables.length - 1)
end

assemble_line :: (a: Pointer{Assembler}, line: String) -> Assembly_Error
    rest := line
    word := take_word(&rest) or_else ""
    if word.length > 0 && word[word.length - 1] == ':'
        a.labels.append({word[..<word.length - 1], i32(a.code.length)})
        word = take_word(&rest) or_else ""
    end
    if word == ""
        return .none_at_all
    end
    instruction := Instruction{opcode = opcode_named(word) or_else block return a.mistake(.UNKNOWN_INSTRUCTION, word); end}
    if has_operand(instruction.opcode)
        operand := take_word(&rest) or_else block return a.mistake(.MISSING_OPERAND, word); end
        match instruction.opcode
        case .LOAD, .STORE
            instruction.operand = variable_number(a, operand)
        case .PUSH
            number := Strings.parse_int(operand) or_else block return a.mistake(.NO_NUMBER, operand); end
            instruction.operand = i32(number)
        else
            a.patches.append({a.code.length, operand, a.line})
        end
    end
    a.code.append(instruction)
    if extra := take_word(&rest)
        return a.mistake(.LEFT_OVER, extra)
    end
    return .none_at_all
end

mistake :: (a: Pointer{Assembler}, problem: Problem, word: String) -> Assembly_Error => .at({a.line, problem, word})

find_label :: (a: Pointer{Assembler}, name: String) -> Maybe{i32}
    for label in a.labels.items()
        if label.name == name
            return label.address
        end
    end
    return none
end

assemble :: (source: String) -> (Slice{Instruction}, Assembly_Error)
    a: Assembler
    rest := source
    while rest.length > 0
        a.line += 1
        last := Strings.find_byte(rest, '\n')
        if last < 0
            last = rest.length
        end
        assemble_line(&a, rest[..<last]) or_return
        rest = ifx last < rest.length => rest[last + 1..] else => "" end
    end
    for p in a.patches.items()
        if address := find_label(&a, p.label)
            a.code[p.instruction].operand = address
        else
            return {}, .at({p.line, .UNKNOWN_LABEL, p.label})
        end
    end
    return a.code.items(), .none_at_all
end

// ---- The machine

Machine :: struct
    stack: Array{Int, 64}
    height: Int
    variables: Array{Int, 16}
    returns: List{i32}
end

push :: (m: Pointer{Machine}, x: Int)
    m.stack[m.height] = x
    m.height += 1
end

pop :: (m: Pointer{Machine}) -> Int
    m.height -= 1
    return m.stack[m.height]
end

/// Runs until HALT; the number of steps.
run :: (m: Pointer{Machine}, code: Slice{Instruction}) -> Int
    at: i32 = 0
    steps := 0
    while code[at].opcode != .HALT
        instruction := code[at]
        at += 1
        steps += 1
        match instruction.opcode
        case .HALT   => unreachable()
        case .PUSH   => m.push(instruction.operand)
        case .LOAD   => m.push(m.variables[instruction.operand])
        case .STORE  => m.variables[instruction.operand] = m.pop()
        case .ADD, .SUB, .MUL, .MOD, .LESS
            right := m.pop()
            left := m.pop()
            m.push(match instruction.opcode
            case .ADD => left + right
            case .SUB => left - right
            case .MUL => left * right
            case .MOD => left % right
            else => Int(left < right)
            end)
        case .JUMP   => at = instruction.operand
        case .JUMP_ZERO
            if m.pop() == 0
                at = instruction.operand
            end
        case .CALL
            m.returns.append(at)
            at = instruction.operand
        case .RETURN => at = m.returns.pop()
        case .PRINT  => print("{}\n", m.pop())
        end
    end
    return steps
end

PRIMES :: `
        push 2
        store n
next:   load n
        push 30
        less
        jump_zero factorials
        push 2
        store divisor
try:    load divisor        ; is there a divisor up to n - 1?
        load n
        less
        jump_zero prime
        load n
        load divisor
        mod
        jump_zero composite
        load divisor
        push 1
        add
        store divisor
        jump try
prime:  load n
        print
composite:
        load n
        push 1
        add
        store n
        jump next
factorials:
        push 10
        call factorial
        print
        push 20
        call factorial
        print
        halt

factorial:                  ; of the top of the stack
        store n
        push 1
        store product
again:  load n
        jump_zero done
        load product
        load n
        mul
        store product
        load n
        push 1
        sub
        store n
        jump again
done:   load product
        return
`

main :: () -> Int
    for source in Array{String, _}{PRIMES, "push 1\n\n pusch 2", "start: jump strat", "push\n", "halt halt"}
        code, error := assemble(source)
        if error == .none_at_all
            machine: Machine
            steps := machine.run(code)
            print("{} instructions, {} steps\n", code.length, steps)
        else
            mistake := error.at
            print("line {}: {}: {:?}\n", mistake.line, mistake.problem, mistake.word)
        end
    end
    return 0
end
