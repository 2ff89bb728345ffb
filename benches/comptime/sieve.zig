const N = 2_000;
fn sieve(comptime limit: usize) usize {
    var composite: [limit]bool = @splat(false);
    var count: usize = 0;
    var i: usize = 2;
    while (i < limit) : (i += 1) {
        if (!composite[i]) {
            count += 1;
            var j = i * i;
            while (j < limit) : (j += i) composite[j] = true;
        }
    }
    return count;
}
comptime {
    @setEvalBranchQuota(4_000_000_000);
    @export(&result, .{ .name = "result" });
}
const result: usize = blk: {
    @setEvalBranchQuota(4_000_000_000);
    break :blk sieve(N);
};
