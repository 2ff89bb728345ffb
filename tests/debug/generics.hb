// gdb: break biggest
// gdb: run
// gdb: print a
// gdb: print b
// gdb: continue
// gdb: print a
// gdb: up
// gdb: print pair
// gdb: ptype pair
// gdb: print ring.items
// shows: $1 = 3
// shows: $2 = 4
// shows: $3 = 2.5
// shows: $4 = {first = 7, second = "seven"}
// shows: type = struct generics.Pair{Int,String} {
// shows: $5 = {5, 6, 0}
Pair :: struct {A, B}
    first: A
    second: B
end
Ring :: struct {T, N: Int}
    items: Array{T, N}
    used: Int
end
biggest :: {T}(a: T, b: T) -> T where is_ordered(T)
    return ifx a > b => a else => b end
end
main :: ()
    pair := Pair{Int, String}{7, "seven"}
    ring: Ring{Int, 3}
    ring.items[0], ring.items[1] = 5, 6
    x := biggest(3, 4)
    y := biggest(2.5, 1.5)
    print("{} {} {} {}\n", x, y, pair.first, ring.used)
end
