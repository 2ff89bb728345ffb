// gdb: break lists_and_closures.hb:17
// gdb: run
// gdb: print *sum
// gdb: print x
// gdb: up 3
// gdb: print list
// gdb: print words
// shows: $1 = 0
// shows: $2 = 1
// shows: $3 = {1, 2, 3}
// shows: $4 = {"a", "b"}
#import "List"
each :: (items: Slice{Int}, f: #closure (x: Int))
    for item in items f(item); end
end
add :: (sum: *Int, x: Int)
    sum@ += x
end
main :: ()
    sum := 0
    list: List{Int}
    words: List{String}
    for i in 1..=3 list.append(i); end
    words.append("a")
    words.append("b")
    each(list.data[0..<3], [&sum] (x: Int) add(&sum, x); end)
    print("{} {}\n", sum, words.length)
end
