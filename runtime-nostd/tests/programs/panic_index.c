// expect: before
// expect-error: panic: index 5 is out of range for length 3
// expect-error:   at main.hb:3:9
// expect-status: 134
// flags: -fno-optimize-sibling-calls
#include "runtime.h"

static const Location location = {"main.hb", 7, 3, 9};
volatile int index = 5;

static NOINLINE void element(int i, int length) {
    if (i >= length) hb_rt_panic_index(0, i, length, &location);
}

int hb_program_main(void) {
    TEXT("before\n");
    element(index, 3);
    TEXT("after\n");
    return 0;
}
