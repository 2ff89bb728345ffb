// expect: -9223372036854775808
// expect: 18446744073709551615
// expect: -170141183460469231731687303715884105728
// expect: 340282366920938463463374607431768211455
// expect: ffffffffffffffff
// expect: DEADBEEF
// expect: 1000000000000000000000000000000000000000000000000000000000000000
// expect: 0
// expect-status: 7
#include "runtime.h"

int hb_program_main(void) {
    SHOW(hb_rt_decimal_i64(digits, INT64_MIN));
    SHOW(hb_rt_decimal_u64(digits, UINT64_MAX));
    SHOW(hb_rt_decimal_i128(digits, (__int128)1 << 127));
    SHOW(hb_rt_decimal_u128(digits, -(unsigned __int128)1));
    SHOW(hb_rt_radix_u64(digits, UINT64_MAX, 16, false));
    SHOW(hb_rt_radix_u64(digits, 0xdeadbeef, 16, true));
    SHOW(hb_rt_radix_u128(digits, (unsigned __int128)1 << 63, 2, false));
    SHOW(hb_rt_radix_u64(digits, 0, 8, false));
    return 256 + 7;
}
