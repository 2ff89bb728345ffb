// expect: 0.1
// expect: 1e300
// expect: 16777216.0
// expect: 0.1
// expect: 3.142
// expect: 1.50e-7
// expect: 1E0
// expect: -inf
#include "runtime.h"

int hb_program_main(void) {
    SHOW(hb_rt_float_shortest_f64(digits, 0.1));
    SHOW(hb_rt_float_shortest_f64(digits, 1e300));
    SHOW(hb_rt_float_shortest_f32(digits, 16777216.0f));
    SHOW(hb_rt_float_shortest_f16(digits, 0x2e66));
    SHOW(hb_rt_float_fixed(digits, 3.14159, 3));
    SHOW(hb_rt_float_exponent(digits, 1.5e-7, 2, 8, false));
    SHOW(hb_rt_float_exponent(digits, 1.0, -1, 8, true));
    SHOW(hb_rt_float_shortest_f64(digits, -__builtin_inf()));
    return 0;
}
