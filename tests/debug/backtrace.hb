// gdb: break backtrace.hb:21
// gdb: run
// gdb: backtrace
// gdb: frame 2
// gdb: print n
// gdb: frame function main
// gdb: print start
// shows: Breakpoint 1, fall (n=0) at
// shows: #0  fall (n=0) at
// shows: #1 
// shows: fall (n=1) at
// shows: backtrace.hb:24
// shows: #4 
// shows: main () at
// shows: backtrace.hb:29
// shows: $1 = 2
// shows: $2 = 3
fall :: (n: Int) -> Int
    if n == 0
        // the bottom
        marker := 5
        return marker
    end
    return fall(n - 1) + 1
end
main :: ()
    start := 3
    marker := 0
    marker = fall(start)
    print("{}\n", marker)
end
