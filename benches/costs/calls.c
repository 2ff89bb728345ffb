// Two procedures that hand a value of some SHAPE to each other and back, again and again: what passing and returning it costs.
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define NO_INLINE __attribute__((noinline))

#if SHAPE == 0
typedef struct { int64_t a[3]; } Value;
static inline Value change(Value v, int64_t i) { return (Value){{v.a[0] + i, v.a[1] ^ v.a[0], v.a[2] + v.a[1]}}; }
static inline int64_t sum(Value v) { return v.a[0] + v.a[1] + v.a[2]; }
static inline Value first(void) { return (Value){{1, 2, 3}}; }
#elif SHAPE == 1
typedef struct { int64_t a, b, c, d; } Value;
static inline Value change(Value v, int64_t i) { return (Value){v.a + i, v.b ^ v.a, v.c + v.b, v.d ^ v.c}; }
static inline int64_t sum(Value v) { return v.a + v.b + v.c + v.d; }
static inline Value first(void) { return (Value){1, 2, 3, 4}; }
#elif SHAPE == 2
typedef struct { const char *data; int64_t length; bool flag; } Value;
static inline Value change(Value v, int64_t i) { return (Value){v.data, (v.length + i) & 15, !v.flag}; }
static inline int64_t sum(Value v) { return v.length + v.flag; }
static inline Value first(void) { return (Value){"0123456789abcdef", 5, false}; }
#elif SHAPE == 3
typedef struct { bool there; int64_t value; } Value;
static inline Value change(Value v, int64_t i) { return v.there ? (Value){(v.value & 7) != 0, v.value + i} : (Value){true, i}; }
static inline int64_t sum(Value v) { return v.there ? v.value : 1; }
static inline Value first(void) { return (Value){true, 1}; }
#elif SHAPE == 4
typedef struct { int64_t *data; int64_t length; } Value;
static int64_t items[16];
static inline Value change(Value v, int64_t i) { return (Value){v.data, (v.length + i) & 15}; }
static inline int64_t sum(Value v) { return v.length; }
static inline Value first(void) { return (Value){items, 5}; }
#elif SHAPE == 5
typedef struct { double x, y, z; } Value;
static inline Value change(Value v, int64_t i) { return (Value){v.x + (double)i, v.y - v.x, v.z * 0.5}; }
static inline int64_t sum(Value v) { return (int64_t)(v.x + v.y + v.z); }
static inline Value first(void) { return (Value){1.0, 2.0, 3.0}; }
#else
typedef struct { int64_t a; double x; int32_t b; bool flag; } Value;
static inline Value change(Value v, int64_t i) { return (Value){v.a + i, v.x + 0.5, v.b ^ (int32_t)i, !v.flag}; }
static inline int64_t sum(Value v) { return v.a + (int64_t)v.x + v.b + v.flag; }
static inline Value first(void) { return (Value){1, 2.0, 3, false}; }
#endif

NO_INLINE static Value inner(Value v, int64_t i) { return change(v, i); }
NO_INLINE static Value outer(Value v, int64_t i) { return change(inner(v, i + 1), i); }

int main(int count, char **arguments) {
    int64_t rounds = count > 1 ? atol(arguments[1]) : 1;
    Value v = first();
    for (int64_t i = 0; i < rounds; i++) v = outer(v, i);
    printf("%ld\n", sum(v));
    return 0;
}
