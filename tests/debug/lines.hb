// gdb: break lines.hb:23
// gdb: run
// gdb: next
// gdb: next
// gdb: step
// gdb: finish
// gdb: next
// gdb: info locals
// shows: 23	    total := 0
// shows: 24	    for i in 0..<2
// shows: 25	        total += twice(i)
// shows: twice (x=0) at
// shows: 17	    y := x * 2
// shows: Value returned is $1 = 0
// shows: total = 0
twice :: (x: Int) -> Int
    y := x * 2
    return y
end

main :: ()

    total := 0
    for i in 0..<2
        total += twice(i)
    end
    print("{}\n", total)
end
