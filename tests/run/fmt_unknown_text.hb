// expect: a text
// expect: 100 {} {{ as it is
// expect: made of 2 parts
// expect: picked

// A format that is not known before the program runs is a text that is written as it is.

say :: (text: String)
    print(text)
    print("\n")
end

main :: ()
    say("a text")
    parts := Array{String, 2}{"100 {} ", "{{ as it is"}
    for part in parts
        print(part)
    end
    print("\n")
    made := format("made of {} parts", 2)
    print(made)
    print("\n")
    print(ifx parts.length > 1 => "picked\n" else => "not picked\n" end)
end
