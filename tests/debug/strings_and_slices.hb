// gdb: break show
// gdb: run
// gdb: info args
// gdb: print words.data[1]
// gdb: print numbers.length
// gdb: print empty
// gdb: print raw
// shows: text = "hello \"you\"\n"
// shows: numbers = {2, 3, 4}
// shows: words = {"a", "bc"}
// shows: points = {{x = 1, y = 2}}
// shows: empty = {}
// shows: $1 = "bc"
// shows: $2 = 3
// shows: $3 = {}
// shows: "C's"
Point :: struct
    x, y: i32
end
show :: (text: String, numbers: Slice{i32}, words: Slice{String}, points: Slice{Point}, empty: Slice{Int}, raw: CString) -> Int
    print("{} {} {} {} {} {}\n", text, numbers.length, words.length, points.length, empty.length, raw)
    return text.length
end
main :: ()
    numbers := Array{i32, 5}{1, 2, 3, 4, 5}
    words := Array{String, 2}{"a", "bc"}
    points := Array{Point, 1}{Point{1, 2}}
    show("hello \"you\"\n", numbers[1..<4], words, points, numbers_of_nothing(), "C's")
end
numbers_of_nothing :: () -> Slice{Int}
    nothing: Slice{Int}
    return nothing
end
