// expect: 3628800
// expect: 49
// expect: 24 instructions, 125 steps
// expect: unknown_op("fly")
// expect: no label "nowhere"
// expect: bad_number("x1")

// A stack virtual machine with an assembler, as a newcomer from C would write it.
#import "List"
#import "Map"
Strings :: #import "Strings"

Op :: enum {u8}
    PUSH
    ADD
    SUB
    MUL
    DUP
    SWAP
    JMP
    JZ
    PRINT
    HALT
    LOAD
    STORE
    CALL
    RET
end

Instruction :: struct
    op: Op
    argument: i32
end

Asm_Error :: union #error
    ok
    unknown_op: String
    bad_label: String
    bad_number: String
end

Program :: struct
    code: List{Instruction}
    labels: Map{String, Int}
end

op_of :: (word: String) -> Maybe{Op}
    match word
    case "push" => return Op.PUSH
    case "add" => return Op.ADD
    case "sub" => return Op.SUB
    case "mul" => return Op.MUL
    case "dup" => return Op.DUP
    case "swap" => return Op.SWAP
    case "jmp" => return Op.JMP
    case "jz" => return Op.JZ
    case "print" => return Op.PRINT
    case "halt" => return Op.HALT
    case "load" => return Op.LOAD
    case "store" => return Op.STORE
    case "call" => return Op.CALL
    case "ret" => return Op.RET
    else => return none
    end
end

takes_label :: (op: Op) -> Bool => op == .JMP || op == .JZ || op == .CALL
takes_number :: (op: Op) -> Bool => op == .PUSH || op == .LOAD || op == .STORE

assemble :: (source: String) -> (Program, Asm_Error)
    p: Program
    // first pass: labels
    at := 0
    for line in Strings.lines(source)
        text := Strings.trim(line)
        if text == "" || text[0] == ';'
            continue
        end
        if text[text.length - 1] == ':'
            p.labels[text[..<text.length - 1]] = at
            continue
        end
        at += 1
    end
    for line in Strings.lines(source)
        text := Strings.trim(line)
        if text == "" || text[0] == ';' || text[text.length - 1] == ':'
            continue
        end
        words := Strings.field_list(text)
        defer words.destroy()
        op := op_of(words[0]) or_else block
            return p, .unknown_op(words[0])
        end
        argument: i32 = 0
        if takes_label(op)
            target := p.labels.get(words[1]) or_else block
                return p, .bad_label(words[1])
            end
            argument = i32(target)
        else if takes_number(op)
            if n := Strings.parse_int(words[1])
                argument = i32(n)
            else
                return p, .bad_number(words[1])
            end
        end
        p.code.append(Instruction{op, argument})
    end
    return p, .ok
end

Machine :: struct
    stack: Array{Int, 64}
    top: Int
    calls: Array{Int, 16}
    depth: Int
    memory: Array{Int, 8}
    steps: Int
end

push :: (m: Pointer{Machine}, x: Int)
    m.stack[m.top] = x
    m.top += 1
end

pop :: (m: Pointer{Machine}) -> Int
    m.top -= 1
    return m.stack[m.top]
end

run :: (m: Pointer{Machine}, p: Pointer{Program})
    pc := 0
    while true
        i := p.code[pc]
        pc += 1
        m.steps += 1
        match i.op
        case .PUSH => m.push(Int(i.argument))
        case .ADD
            b := m.pop()
            a := m.pop()
            m.push(a + b)
        case .SUB
            b := m.pop()
            a := m.pop()
            m.push(a - b)
        case .MUL => m.push(m.pop() * m.pop())
        case .DUP
            a := m.pop()
            m.push(a)
            m.push(a)
        case .SWAP
            b, a := m.pop(), m.pop()
            m.push(b)
            m.push(a)
        case .JMP => pc = Int(i.argument)
        case .JZ
            if m.pop() == 0
                pc = Int(i.argument)
            end
        case .PRINT => print("{}\n", m.pop())
        case .LOAD => m.push(m.memory[i.argument])
        case .STORE => m.memory[i.argument] = m.pop()
        case .CALL
            m.calls[m.depth] = pc
            m.depth += 1
            pc = Int(i.argument)
        case .RET
            m.depth -= 1
            pc = m.calls[m.depth]
        case .HALT => return
        end
    end
end

SOURCE :: `
    ; factorial of 10, then a countdown
    push 10
    store 0
    push 1
    store 1
loop:
    load 0
    jz done
    load 1
    load 0
    mul
    store 1
    load 0
    push 1
    sub
    store 0
    jmp loop
done:
    load 1
    print
    push 7
    call square
    print
    halt
square:
    dup
    mul
    ret
`

main :: () -> Int
    p, e := assemble(SOURCE)
    assert(e == .ok)
    m: Machine
    run(&m, &p)
    print("{} instructions, {} steps\n", p.code.length, m.steps)
    _, bad := assemble("push 1\nfly\n")
    print("{}\n", bad)
    _, bad2 := assemble("jmp nowhere")
    match bad2
    case .bad_label name => print("no label {:?}\n", name)
    else => print("?\n")
    end
    _, bad3 := assemble("push x1")
    print("{}\n", bad3)
    return 0
end
