// expect: true true false true false true true true false 
// expect: 5 4
// expect: true

// A table-driven scanner: regular expressions become automata, automata become tables, in the compiler.

STATES_MAX :: 32

Machine :: struct
    next: Array{Array{u8, 128}, STATES_MAX}
    accepts: Array{Bool, STATES_MAX}
    count: Int
end

// A set of positions in the pattern, for patterns of at most 31 characters: letters, `.`, `\d`, each perhaps with `*` or `+` or `?`.
Part :: struct
    byte: u8
    is_any, is_digit, many, optional: Bool
end

parts_of :: (pattern: String) -> Slice{Part}
    parts := make_slice{Part}(pattern.length)
    n, i := 0, 0
    while i < pattern.length
        c := pattern[i]
        match c
        case '*'
            parts[n - 1].many, parts[n - 1].optional = true, true
        case '+' => parts[n - 1].many = true
        case '?' => parts[n - 1].optional = true
        case '.'
            parts[n].is_any = true
            n += 1
        case '\\'
            i += 1
            parts[n].is_digit = pattern[i] == 'd'
            parts[n].byte = pattern[i]
            n += 1
        else
            parts[n].byte = c
            n += 1
        end
        i += 1
    end
    return parts[..<n]
end

// positions that can be reached without reading
closure :: (set: u32, parts: Slice{Part}) -> u32
    result := set
    for part, i in parts
        if result >> u32(i) & 1 == 1 && part.optional
            result |= u32(1) << u32(i + 1)
        end
    end
    return result
end

fits :: (part: Part, c: u8) -> Bool
    if part.is_digit
        return c >= '0' && c <= '9'
    end
    return part.is_any || part.byte == c
end

step :: (set: u32, parts: Slice{Part}, c: u8) -> u32
    result: u32 = 0
    for part, i in parts
        if set >> u32(i) & 1 == 1 && fits(part, c)
            result |= u32(1) << u32(i + 1)
            if part.many
                result |= u32(1) << u32(i)
            end
        end
    end
    return closure(result, parts)
end

compile :: (pattern: String) -> Machine
    parts := parts_of(pattern)
    sets: Array{u32, STATES_MAX}
    machine: Machine
    sets[1] = closure(1, parts)
    machine.count = 2
    done := 1
    while done < machine.count
        machine.accepts[done] = sets[done] >> u32(parts.length) & 1 == 1
        for c in 0..<128
            target := step(sets[done], parts, u8(c))
            if target == 0
                continue
            end
            state := 1
            while state < machine.count && sets[state] != target
                state += 1
            end
            if state == machine.count
                assert(state < STATES_MAX, "too many states")
                sets[state] = target
                machine.count += 1
            end
            machine.next[done][c] = u8(state)
        end
        done += 1
    end
    return machine
end

matches :: (machine: Pointer{Machine}, text: String) -> Bool
    state: u8 = 1
    for i in 0..<text.length
        state = machine.next[state][text[i] & 127]
    end
    return machine.accepts[state]
end

NUMBER :: #run compile("-?\\d+.?\\d*")
WORD :: #run compile("ab*c.*")
#assert(NUMBER.count < 10, "a small machine")

main :: ()
    number, word := NUMBER, WORD
    for text in Array{String, _}{"12", "-3.14", "-", "1x2", "x"}
        print("{} ", matches(&number, text))
    end
    for text in Array{String, _}{"ac", "abbbc", "abcxyz", "ab"}
        print("{} ", matches(&word, text))
    end
    print("\n{} {}\n", NUMBER.count, WORD.count)
    again := compile("ab*c.*")
    print("{}\n", again == WORD)
end
