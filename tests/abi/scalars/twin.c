// The C side: every scalar in and out, a callback, a global, a variadic procedure, and a call of what Hubbub exports.
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

int counter = 40;

int8_t c_i8(int8_t x) { return (int8_t)-x; }
uint8_t c_u8(uint8_t x) { return (uint8_t)(x + 1); }
int16_t c_i16(int16_t x) { return (int16_t)(x - 1); }
uint16_t c_u16(uint16_t x) { return (uint16_t)(x * 2); }
int32_t c_i32(int32_t x) { return -x; }
uint32_t c_u32(uint32_t x) { return ~x; }
int64_t c_i64(int64_t x) { return x / 2; }
uint64_t c_u64(uint64_t x) { return x >> 1; }
float c_f32(float x) { return x * 0.5f; }
double c_f64(double x) { return x * 0.25; }
bool c_bool(bool x) { return !x; }
const char *c_text(const char *x) { return x + 1; }
void c_store(int64_t *to, int64_t value) { *to = value; }

// More arguments than registers.
int64_t c_many(int8_t a, double b, int64_t c, float d, int64_t e, int64_t f, int64_t g, int64_t h, int64_t i, double j) {
    return a + (int64_t)b * 2 + c * 3 + (int64_t)d * 4 + e * 5 + f * 6 + g * 7 + h * 8 + i * 9 + (int64_t)j * 10;
}

int32_t c_sum(int32_t count, ...) {
    va_list list;
    va_start(list, count);
    int32_t sum = 0;
    for (int32_t i = 0; i < count; i++) sum += va_arg(list, int32_t);
    double last = va_arg(list, double);
    va_end(list);
    return sum + (int32_t)last;
}

int64_t c_apply(int64_t (*f)(int64_t, void *), int64_t x, void *data) { return f(x, data) + f(x + 1, data); }

int64_t hubbub_triple(int64_t x);
int64_t c_calls_back(int64_t x) { return hubbub_triple(x) + 1; }
