// arguments: one -- three
// expect: 4
// expect: one
// expect: --
// expect: three
#include "runtime.h"

int hb_program_main(void) {
    Strings arguments;
    hb_rt_arguments(&arguments);
    show_number(arguments.length);
    for (int i = 1; i < arguments.length; i++) {
        show(arguments.data[i].data, arguments.data[i].length);
    }
    return 0;
}
