// flags: -fasynchronous-unwind-tables -fno-optimize-sibling-calls
// expect-error: panic: deep
// expect-error:   in leaf at backtrace.c:13:16
// expect-error:   in recurse at backtrace.c:18:9
// expect-error:   in recurse at backtrace.c:21:12 (3 times)
// expect-status: 134
// Names, lines, and the folding of what repeats.
#include "runtime.h"

volatile int zero;

NOINLINE void leaf(void) {
    if (!zero) hb_rt_panic(0, "deep", 4, 0);
}

NOINLINE int recurse(int depth) {
    if (depth == 0) {
        leaf();
        return zero;
    }
    return recurse(depth - 1) + zero;
}

int hb_program_main(void) { return recurse(3) + zero; }
