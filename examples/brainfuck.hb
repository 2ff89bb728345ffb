//! A brainf*** interpreter. One program runs while this file is compiled and leaves nothing but its output; another one is translated at compile time and
//! runs afterwards.

#import "List"

Operation :: union
    move: Int                    // the head, by so many cells
    add: u8                      // to the cell
    output
    input
    forward: Int                 // to the operation behind the matching `]`, if the cell is 0
    back: Int                    // to the operation behind the matching `[`, if it is not
end

/// Translates, with runs of equal commands made one and brackets matched.
translate :: (source: String) -> Slice{Operation}
    operations := list{Operation}()
    open := list{Int}()
    defer open.destroy()
    at := 0
    while at < source.length
        count := 1
        c := source[at]
        if c == '>' || c == '<' || c == '+' || c == '-'
            while at + count < source.length && source[at + count] == c
                count += 1
            end
        end
        match c
        case '>' => operations.append(.move(count))
        case '<' => operations.append(.move(-count))
        case '+' => operations.append(.add(u8(count)))
        case '-' => operations.append(.add(-u8(count)))
        case '.' => operations.append(.output)
        case ',' => operations.append(.input)
        case '['
            open.append(operations.length)
            operations.append(.forward(0))
        case ']'
            assert(open.length > 0, "a ] without its [")
            start := open.pop()
            operations.append(.back(start + 1))
            operations[start] = .forward(operations.length)
        else
            count = 1
        end
        at += count
    end
    assert(open.length == 0, "a [ without its ]")
    return operations.items()
end

Machine :: struct
    tape: Array{u8, 1000}
    head: Int
    steps: Int
end

run :: (operations: Slice{Operation}, input: String) -> (List{u8}, Int)
    machine: Machine
    output := list{u8}()
    at, used := 0, 0
    while at < operations.length
        machine.steps += 1
        match operations[at]
        case .move by => machine.head += by
        case .add n   => machine.tape[machine.head] += n
        case .output  => output.append(machine.tape[machine.head])
        case .input
            machine.tape[machine.head] = ifx used < input.length => input[used] else => 0 end
            used += 1
        case .forward target
            if machine.tape[machine.head] == 0
                at = target
                continue
            end
        case .back target
            if machine.tape[machine.head] != 0
                at = target
                continue
            end
        end
        at += 1
    end
    return output, machine.steps
end

text_of :: (bytes: Slice{u8}) -> String => String{data = bytes.data, length = bytes.length}

run_to_text :: (source: String) -> String
    output, _ := run(translate(source), "")
    return text_of(output.items())
end

HELLO :: `
++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++.`

// All of this happens in the compiler; the program holds the thirteen bytes.
GREETING :: #run run_to_text(HELLO)

#assert(GREETING.length == 13, "the interpreter is broken")

// Reads to the end and writes backwards. Translated by the compiler.
REVERSE := translate(">,[>,]<[.<]")

main :: () -> Int
    print("{}", GREETING)
    print("{} operations:", REVERSE.length)
    for operation in REVERSE
        print(" {}", operation)
    end
    print("\n")
    for word in Array{String, _}{"stressed", "Hubbub", ""}
        output, steps := run(REVERSE, word)
        print("{:?} becomes {:?} in {} steps\n", word, text_of(output.items()), steps)
        output.destroy()
    end
    return 0
end
