// gdb: break locals.hb:35
// gdb: run
// gdb: info locals
// shows: Breakpoint 1, main () at
// shows: small = 200
// shows: wide = -5000000000
// shows: big = 1267650600228229401496703205376
// shows: half = 1.5
// shows: single = 2.25
// shows: double = -0.125
// shows: flag = true
// shows: letter = 'ế'
// shows: color = GREEN
// shows: access = (READ | WRITE)
// shows: meters = 3.5
// shows: vector = {1, 2, 3, 4}
Color :: enum
    RED
    GREEN
end
Access :: enum {u32} #flags
    READ
    WRITE
end
Meters :: distinct f64
main :: ()
    small: u8 = 200; wide := -5_000_000_000; big: i128 = 1 << 100
    half: f16 = 1.5; single: f32 = 2.25; double := -0.125
    flag := true
    letter := 'ế'
    color := Color.GREEN
    access := Access.READ | .WRITE
    meters := Meters(3.5)
    vector := Simd{f32, 4}{1.0, 2.0, 3.0, 4.0}
    print("{} {} {} {} {} {} {} {} {} {} {} {}\n", small, wide, big, half, single, double, flag, letter, color, access, meters, vector)
end
