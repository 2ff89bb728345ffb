// Two procedures that hand a value of some shape to each other and back, again and again: what passing and returning it costs.
const shape = @import("config").shape;

var items: [16]i64 = @splat(0);

const Value = switch (shape) {
    0 => [3]i64,
    1 => struct { a: i64, b: i64, c: i64, d: i64 },
    2 => struct { text: []const u8, flag: bool },
    3 => ?i64,
    4 => []i64,
    5 => struct { x: f64, y: f64, z: f64 },
    else => struct { a: i64, x: f64, b: i32, flag: bool },
};

inline fn length(old: usize, i: i64) usize {
    return @intCast((@as(i64, @intCast(old)) +% i) & 15);
}

inline fn change(v: Value, i: i64) Value {
    return switch (shape) {
        0 => .{ v[0] +% i, v[1] ^ v[0], v[2] +% v[1] },
        1 => .{ .a = v.a +% i, .b = v.b ^ v.a, .c = v.c +% v.b, .d = v.d ^ v.c },
        2 => .{ .text = v.text.ptr[0..length(v.text.len, i)], .flag = !v.flag },
        3 => if (v) |x| (if (x & 7 != 0) x +% i else null) else i,
        4 => v.ptr[0..length(v.len, i)],
        5 => .{ .x = v.x + @as(f64, @floatFromInt(i)), .y = v.y - v.x, .z = v.z * 0.5 },
        else => .{ .a = v.a +% i, .x = v.x + 0.5, .b = v.b ^ @as(i32, @truncate(i)), .flag = !v.flag },
    };
}

fn sum(v: Value) i64 {
    return switch (shape) {
        0 => v[0] +% v[1] +% v[2],
        1 => v.a +% v.b +% v.c +% v.d,
        2 => @as(i64, @intCast(v.text.len)) + @intFromBool(v.flag),
        3 => v orelse 1,
        4 => @intCast(v.len),
        5 => @trunc(v.x + v.y + v.z),
        else => v.a +% @as(i64, @trunc(v.x)) +% v.b +% @intFromBool(v.flag),
    };
}

fn first() Value {
    return switch (shape) {
        0 => .{ 1, 2, 3 },
        1 => .{ .a = 1, .b = 2, .c = 3, .d = 4 },
        2 => .{ .text = "0123456789abcdef"[0..5], .flag = false },
        3 => 1,
        4 => items[0..5],
        5 => .{ .x = 1.0, .y = 2.0, .z = 3.0 },
        else => .{ .a = 1, .x = 2.0, .b = 3, .flag = false },
    };
}

noinline fn inner(v: Value, i: i64) Value {
    return change(v, i);
}

noinline fn outer(v: Value, i: i64) Value {
    return change(inner(v, i + 1), i);
}

extern fn printf(format: [*:0]const u8, ...) c_int;
extern fn atol(text: [*:0]const u8) c_long;

export fn main(count: c_int, arguments: [*][*:0]u8) c_int {
    const rounds: i64 = if (count > 1) atol(arguments[1]) else 1;
    var v = first();
    var i: i64 = 0;
    while (i < rounds) : (i += 1) v = outer(v, i);
    _ = printf("%ld\n", sum(v));
    return 0;
}
