#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

void variadic(void);
uint32_t count_bits(uint32_t x, float f);
int64_t through_pointers(int64_t n);
bool is_even(int64_t n);
int64_t count(int64_t by);
float vectors(const float *from);
int32_t overflow(int32_t n);

static uint32_t bits_in_c(uint32_t x, float f) {
    uint32_t pattern;
    memcpy(&pattern, &f, 4);
    return (__builtin_popcount(x) * 100 + __builtin_clz(x)) ^ (x << 4 | x >> 28) ^ pattern;
}

int main(void) {
    variadic();
    fflush(stdout);
    printf("%d\n", count_bits(0xdeadbee, 1.25f) == bits_in_c(0xdeadbee, 1.25f));
    printf("%ld\n", (long)through_pointers(21));
    printf("%d %d\n", is_even(1000000), is_even(7000001));
    printf("%ld", (long)count(1));
    printf(" %ld\n", (long)count(2));
    _Alignas(16) float four[4] = {0.5f, 1.0f, 2.0f, 4.0f};
    printf("%g\n", vectors(four));
    return overflow(overflow(INT32_MAX - 1));
}
// expect: -5 1 250 2.50 3.142 ello 1000
// expect: 1
// expect: -42
// expect: 1 0
// expect: 6 13
// expect: 114
// expect: overflow at operations:1:8
// status: 134
