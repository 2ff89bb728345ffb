const N = 5_000;
const SLOTS = 16_384;
fn fill(comptime n: usize) u64 {
    var keys: [SLOTS]u64 = @splat(0);
    var values: [SLOTS]u64 = undefined;
    var i: u64 = 0;
    while (i < n) : (i += 1) {
        const at = find(&keys, i * 7919 + 1);
        keys[at] = i * 7919 + 1;
        values[at] = i;
    }
    var sum: u64 = 0;
    i = 0;
    while (i < n) : (i += 1) sum += values[find(&keys, i * 7919 + 1)];
    return sum;
}
fn find(keys: *const [SLOTS]u64, key: u64) usize {
    var at: usize = @intCast((key *% 0x9e37_79b9_7f4a_7c15) >> 50);
    while (keys[at] != 0 and keys[at] != key) at = (at + 1) % SLOTS;
    return at;
}
comptime {
    @export(&result, .{ .name = "result" });
}
const result: u64 = blk: {
    @setEvalBranchQuota(4_000_000_000);
    break :blk fill(N);
};
