// expect: 5 0 7
#include "runtime.h"

_Thread_local int64_t first = 5;
_Thread_local int64_t none;
_Thread_local __attribute__((aligned(64))) int64_t aligned = 6;

NOINLINE int64_t *address(int which) { return which == 0 ? &first : which == 1 ? &none : &aligned; }

int hb_program_main(void) {
    hb_rt_set_up_thread_local();
    aligned += 1;
    if ((int64_t)address(2) % 64 != 0) return 1;
    for (int i = 0; i < 3; i++) {
        char digits[20];
        hb_rt_write(digits, hb_rt_decimal_i64(digits, *address(i)));
        hb_rt_write(i == 2 ? "\n" : " ", 1);
    }
    return 0;
}
