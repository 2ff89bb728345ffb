// expect: 00ff00 none 3
// expect: 27 keywords, all found
// expect: 500 of 500, 0 strangers
// expect: none false
// expect: 21
Perfect_Hash :: #import "Perfect_Hash"

COLOURS :: #run Perfect_Hash.build{String, u32}({{"red", 0xff0000}, {"green", 0x00ff00}, {"blue", 0x0000ff}})

WORDS: Array{String, 27} : {"block", "break", "case", "context", "continue", "defer", "distinct", "else", "end", "enum", "false", "for",
    "if", "ifx", "in", "match", "null", "return", "struct", "true", "uninit", "union", "using", "where", "while", "with", ""}

KEYWORDS :: #run numbered(WORDS)

numbered :: (words: Array{String, 27}) -> Perfect_Hash.Perfect_Hash{String, Int}
    pairs: Array{Perfect_Hash.Pair{String, Int}, 27}
    for word, i in words
        pairs[i] = {word, i}
    end
    return Perfect_Hash.build{String, Int}(pairs)
end

squares :: (n: Int) -> Perfect_Hash.Perfect_Hash{Int, Int}
    pairs := make_slice{Perfect_Hash.Pair{Int, Int}}(n)
    defer delete(pairs)
    for i in 0..<n
        pairs[i] = {i * i, i}
    end
    return Perfect_Hash.build{Int, Int}(pairs)
end

main :: () -> Int
    colours := COLOURS
    if green := colours.get("green")
        print("{:06x} {} {}\n", green, colours.get("mauve"), colours.length)
    end

    keywords := KEYWORDS
    found := 0
    for word, i in WORDS
        if keywords.get(word) == some(i)
            found += 1
        end
    end
    print("{} keywords, {}\n", found, ifx found == keywords.length => "all found" else => "some are lost" end)

    // at run time, too
    table := squares(500)
    defer table.destroy()
    hits, strangers := 0, 0
    for i in 0..<500
        if table.get(i * i) == some(i)
            hits += 1
        end
        if table.contains(i * i + 1) && i > 0
            strangers += 1
        end
    end
    print("{} of {}, {} strangers\n", hits, table.length, strangers)

    empty: Perfect_Hash.Perfect_Hash{Int, Int}
    print("{} {}\n", empty.get(3), empty.contains(0))
    print("{}\n", (table.get(441) or_else 0))
    return 0
end
