// flags: -fasynchronous-unwind-tables -fno-optimize-sibling-calls -Wno-infinite-recursion
// expect: before
// expect-error: panic: stack overflow in endless
// expect-status: 134
#include "runtime.h"

volatile int zero;

NOINLINE int64_t endless(int64_t n) {
    volatile int64_t room[20] = {n};
    return endless(n + 1) + room[zero];
}

int hb_program_main(void) {
    hb_rt_install_fault_handler();
    TEXT("before\n");
    return (int)endless(0);
}
