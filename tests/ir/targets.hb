// run(AARCH64): --runtime none --target aarch64-linux -O1 --emit asm
// run(RISCV): --runtime none --target riscv64-linux -O1 --emit asm
// run(WASM): --runtime none --target wasm32 -O1 --emit asm
// run(IR): --runtime none --target riscv64-linux -O1 --emit llvm-ir

// Where the context is on other machines: in x20 on AArch64, where callees preserve it; the first argument elsewhere.

// AARCH64-LABEL: entry:
// AARCH64: mov x20, sp
// AARCH64-NOT: x20
// AARCH64: bl targets.passes_on
// AARCH64: ldr x20, [sp
// AARCH64-LABEL: targets.passes_on:
// AARCH64-NOT: x20
// AARCH64: bl targets.reads
// AARCH64-NOT: x20
// AARCH64: ret
// AARCH64-LABEL: targets.reads:
// AARCH64: ldr [[INDEX:w[0-9]+]], [x20, #4]
// AARCH64: mul x0, x0,

// RISCV-LABEL: targets.passes_on:
// RISCV: mv [[CONTEXT:s[0-9]+]], a0
// RISCV: call targets.reads
// RISCV: mv a0, [[CONTEXT]]
// RISCV: call targets.reads
// RISCV-LABEL: targets.reads:
// RISCV: lwu [[INDEX:a[0-9]+]], 4(a0)
// RISCV: mul {{a[0-9]+}}, a1, [[INDEX]]

// WASM-LABEL: targets.reads:
// WASM-NEXT: .functype targets.reads (i32, i64) -> (i64)
// WASM: i64.load32_u 4

// IR: define internal {{.*}}i64 @targets.passes_on(ptr noalias noundef nonnull readonly align 8 captures(none) dereferenceable({{[0-9]+}}) %context, i64 %n)

entry :: (n: Int) -> Int #export
    with context{user_index = 7}
        return passes_on(n)
    end
end

passes_on :: (n: Int) -> Int #no-inline
    return reads(n + 1) + reads(n + 2)
end

reads :: (n: Int) -> Int #no-inline
    return n * Int(context.user_index)
end
