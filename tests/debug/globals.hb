// gdb: break globals.hb:24
// gdb: run
// gdb: print counter
// gdb: print names
// gdb: print state
// gdb: set var counter = 40
// gdb: continue
// shows: $1 = 3
// shows: $2 = {"one", "two"}
// shows: $3 = {busy = 7}
// shows: 41 one 7
State :: union
    idle
    busy: Int
end
counter: Int = 3
names: Array{String, 2} = {"one", "two"}
state: State = .busy(7)
count :: ()
    counter += 1
end
main :: ()
    counter += 0
    count()
    print("{} {} {}\n", counter, names[0], state.busy)
end
