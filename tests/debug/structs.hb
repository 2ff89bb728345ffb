// gdb: break move
// gdb: run
// gdb: print point
// gdb: print *other
// gdb: print other.position.x + 1
// gdb: finish
// gdb: up 0
// gdb: print line
// gdb: print line.points[1].y
// gdb: ptype line
// shows: Breakpoint 1, move (
// shows: $1 = {x = 1.5, y = -2}
// shows: $2 = {name = "there", position = {x = 3, y = 4}, next = 0x0}
// shows: $3 = 4
// shows: $4 = 4.5
// shows: $5 = {points = {{x = 1.5, y = -2}, {x = 7, y = 8}}, width = 3}
// shows: $6 = 8
// shows: type = struct structs.Line {
// shows: structs.Point points[2];
// shows: i64 width;
Point :: struct
    x, y: f64
end
Place :: struct
    name: String
    position: Point
    next: *Place
end
Line :: struct
    points: Array{Point, 2}
    width: Int
end
move :: (point: Point, other: *Place) -> f64
    return point.x + other.position.x
end
main :: ()
    place := Place{"there", Point{3.0, 4.0}, null}
    line := Line{{Point{1.5, -2.0}, Point{7.0, 8.0}}, 3}
    sum := move(line.points[0], &place)
    print("{} {}\n", sum, line.width)
end
