#include <stdint.h>
#include <stdbool.h>
#include <stdio.h>

int64_t fibonacci(int64_t n);
int32_t quotient(int32_t a, int32_t b);
int32_t remainder(int32_t a, int32_t b);
int32_t floored(int32_t a, int32_t b);
int32_t shift_left(int32_t a, int64_t b);
int32_t shift_right(int32_t a, uint8_t b);
int8_t to_i8(double x);
int32_t element(int64_t index);
int64_t classify(int64_t n);
__int128 wide(__int128 a, uint64_t b);

int main(void) {
    printf("%ld\n", (long)fibonacci(50));
    printf("%d %d %d\n", quotient(7, -2), quotient(INT32_MIN, -1), quotient(-7, 2));
    printf("%d %d %d\n", remainder(7, -2), remainder(INT32_MIN, -1), remainder(-7, 2));
    printf("%d %d %d %d\n", floored(7, -2), floored(INT32_MIN, -1), floored(-7, 2), floored(7, 2));
    printf("%d %d %d\n", shift_left(1, 31), shift_left(1, 32), shift_left(1, -1));
    printf("%d %d %d\n", shift_right(-8, 1), shift_right(-8, 32), shift_right(8, 255));
    printf("%d %d %d %d\n", to_i8(1.9), to_i8(-1e30), to_i8(1e30), to_i8(0.0 / 0.0));
    printf("%d %d\n", element(0), element(3));
    printf("%ld %ld %ld %ld\n", (long)classify(7), (long)classify(100), (long)classify(-3), (long)classify(2));
    __int128 product = wide(-((__int128)1 << 70), 3);
    printf("%ld %lu\n", (long)(product >> 64), (unsigned long)product);
    return element(4);
}
// expect: 12586269025
// expect: -3 -2147483648 -3
// expect: 1 0 -1
// expect: -1 0 1 1
// expect: -2147483648 0 0
// expect: -4 -1 0
// expect: 1 -128 127 0
// expect: 10 40
// expect: 10 20 30 40
// expect: -192 0
// expect: index 4 of 4 at arithmetic:1:6
// status: 134
