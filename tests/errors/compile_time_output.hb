// note-line: 9
// note-code: N0001
// note-mentions: twice 4
// note-line: 15
// note-mentions: table: made

twice :: (n: Int) -> Int
    // the line that prints is shown, not the one that asks
    print("twice {}\n", n)
    return n * 2
end
EIGHT :: twice(4)

table :: () -> Int
    context.logger("made", "table", .EVERYDAY, null)
    return 3
end
#run table()

main :: ()
    print("{}\n", EIGHT)
end
