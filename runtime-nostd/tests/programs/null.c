// flags: -fasynchronous-unwind-tables -fno-optimize-sibling-calls -fno-delete-null-pointer-checks
// expect: before
// expect-error: panic: null pointer
// expect-status: 134
#include "runtime.h"

typedef struct { int64_t words[100]; int64_t value; } Big;
volatile int zero;

NOINLINE int64_t follow(Big *p) { return p->value; }
NOINLINE int64_t hold(Big *p) { return follow(p) + zero; }

int hb_program_main(void) {
    hb_rt_install_fault_handler();
    TEXT("before\n");
    return (int)hold((Big *)(int64_t)zero);
}
