const N = 20_000;
fn build(comptime n: usize) u64 {
    var text: [n]u8 = undefined;
    var length: usize = 0;
    var i: usize = 0;
    while (i < n) : (i += 1) {
        text[length] = 'a' + @as(u8, @intCast(i % 26));
        length += 1;
    }
    var sum: u64 = 0;
    for (text[0..length]) |byte| sum += byte;
    return sum;
}
comptime {
    @export(&result, .{ .name = "result" });
}
const result: u64 = blk: {
    @setEvalBranchQuota(4_000_000_000);
    break :blk build(N);
};
