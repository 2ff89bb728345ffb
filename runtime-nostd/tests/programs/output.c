// expect: 20000 lines
// expect-error: to standard error
// expect-status: 3
// More than the buffer holds, in pieces of every size, then an end by hb_rt_exit.
#include "runtime.h"

static char big[40000];

int hb_program_main(void) {
    for (int i = 0; i < 20000; i++) big[i] = 'x';
    hb_rt_write(big, 0);
    hb_rt_write("200", 3);
    hb_rt_flush();
    hb_rt_flush();
    hb_rt_write("00 li", 5);
    hb_rt_write_error("to standard error\n", 18);
    TEXT("nes\n");
    hb_rt_exit(3);
}
