// A binary call tree whose procedures reach a context in one of three ways: `way` 0 a global, 1 a parameter, 2 a thread-local variable.
// `shape` 0 only passes it on, 1 reads it at each leaf, 2 reads it behind six integer arguments, 3 replaces it at every level.
const way = @import("config").way;
const shape = @import("config").shape;

const Context = extern struct {
    thread_index: u32,
    user_index: u32,
    rest: [9]usize,
};

const Handed = if (way == 1) *const Context else void;

var global: *const Context = undefined;
threadlocal var local: *const Context = undefined;

inline fn read(handed: Handed) i64 {
    return switch (way) {
        0 => global.user_index,
        1 => handed.user_index,
        else => local.user_index,
    };
}

noinline fn walk(handed: Handed, depth: i64, n: i64) i64 {
    if (depth == 0) return n ^ if (shape == 0) 1 else read(handed);
    if (shape != 3) return walk(handed, depth - 1, 2 * n) +% walk(handed, depth - 1, 2 * n + 1);
    if (way == 1) {
        var mine = handed.*;
        mine.user_index += 1;
        return walk(&mine, depth - 1, 2 * n) +% walk(&mine, depth - 1, 2 * n + 1);
    }
    const place = if (way == 0) &global else &local;
    const outer = place.*;
    var mine = outer.*;
    mine.user_index += 1;
    place.* = &mine;
    const result = walk(handed, depth - 1, 2 * n) +% walk(handed, depth - 1, 2 * n + 1);
    place.* = outer;
    return result;
}

noinline fn walkSix(handed: Handed, depth: i64, n: i64, a: i64, b: i64, c: i64, d: i64) i64 {
    if (depth == 0) return n ^ a ^ b ^ c ^ d ^ read(handed);
    return walkSix(handed, depth - 1, 2 * n, b, c, d, a) +% walkSix(handed, depth - 1, 2 * n + 1, d, c, b, a);
}

extern fn printf(format: [*:0]const u8, ...) c_int;
extern fn atol(text: [*:0]const u8) c_long;

export fn main(count: c_int, arguments: [*][*:0]u8) c_int {
    const depth: i64 = atol(arguments[1]);
    const first: Context = .{ .thread_index = 0, .user_index = @intCast(count), .rest = @splat(0) };
    global = &first;
    local = &first;
    const handed: Handed = if (way == 1) &first;
    const x: i64 = count;
    const result = if (shape == 2) walkSix(handed, depth, 1, x, 2 * x, 3 * x, 4 * x) else walk(handed, depth, 1);
    _ = printf("%ld\n", result);
    return 0;
}
