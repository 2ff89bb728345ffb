const N = 20;
// Calls with equal arguments are remembered, unless they have an effect.
fn fib(n: u64, calls: *u64) u64 {
    calls.* += 1;
    return if (n < 2) n else fib(n - 1, calls) + fib(n - 2, calls);
}
comptime {
    @export(&result, .{ .name = "result" });
}
const result: u64 = blk: {
    @setEvalBranchQuota(4_000_000_000);
    var calls: u64 = 0;
    break :blk fib(N, &calls);
};
