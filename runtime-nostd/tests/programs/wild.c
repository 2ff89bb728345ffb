// expect-error: panic: invalid memory access
// expect-status: 134
#include "runtime.h"

volatile int64_t wild = 0x123456789000;

int hb_program_main(void) {
    hb_rt_install_fault_handler();
    return *(volatile int *)wild;
}
