// What programs of this folder are linked with: panics that say what happened and leave with a status of their own.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct location { const char *file; int64_t length; int32_t line, column; };

static _Noreturn void leave(const struct location *at) {
    printf(" at %.*s:%d:%d\n", (int)at->length, at->file, at->line, at->column);
    fflush(stdout);
    exit(134);
}

_Noreturn void hb_rt_panic_index(void *context, int64_t index, int64_t length, const struct location *at) {
    (void)context;
    printf("index %ld of %ld", (long)index, (long)length);
    leave(at);
}

_Noreturn void hb_rt_panic_slice(void *context, int64_t low, int64_t high, int64_t length, const struct location *at) {
    (void)context;
    printf("slice %ld to %ld of %ld", (long)low, (long)high, (long)length);
    leave(at);
}

_Noreturn void hb_rt_panic_division(void *context, const struct location *at) {
    (void)context;
    printf("division by zero");
    leave(at);
}

_Noreturn void hb_rt_panic_null(void *context, const struct location *at) {
    (void)context;
    printf("null");
    leave(at);
}

_Noreturn void hb_rt_panic_overflow(void *context, const struct location *at) {
    (void)context;
    printf("overflow");
    leave(at);
}

_Noreturn void hb_rt_panic_enum(void *context, int64_t value, const char *name, int64_t length, const struct location *at) {
    (void)context;
    printf("%ld is no %.*s", (long)value, (int)length, name);
    leave(at);
}

_Noreturn void hb_rt_panic_member(void *context, int64_t wanted, int64_t found, const char *members, int64_t length,
                                  const struct location *at) {
    (void)context;
    printf("not %ld but %ld of %.*s", (long)wanted, (long)found, (int)length, members);
    leave(at);
}

_Noreturn void hb_rt_panic_rune(void *context, int64_t value, const struct location *at) {
    (void)context;
    printf("%ld is no rune", (long)value);
    leave(at);
}

_Noreturn void hb_rt_panic_any_type(void *context, const char *wanted, int64_t wanted_length, const struct location *at) {
    (void)context;
    printf("no %.*s", (int)wanted_length, wanted);
    leave(at);
}
