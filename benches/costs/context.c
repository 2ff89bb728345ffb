// A binary call tree whose procedures reach a context in one of three ways: WAY 0 a global, 1 a parameter, 2 a thread-local variable.
// SHAPE 0 only passes it on, 1 reads it at each leaf, 2 reads it behind six integer arguments, 3 replaces it at every level.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
    uint32_t thread_index, user_index;
    void *rest[9];
} Context;

#if WAY == 1
#define FIRST const Context *context,
#define ON context,
#elif WAY == 2
static _Thread_local const Context *context;
#define FIRST
#define ON
#else
static const Context *context;
#define FIRST
#define ON
#endif

#define NO_INLINE __attribute__((noinline))

#if SHAPE == 2
NO_INLINE static int64_t walk(FIRST int64_t depth, int64_t n, int64_t a, int64_t b, int64_t c, int64_t d) {
    if (depth == 0) return n ^ a ^ b ^ c ^ d ^ context->user_index;
    return walk(ON depth - 1, 2 * n, b, c, d, a) + walk(ON depth - 1, 2 * n + 1, d, c, b, a);
}
#elif SHAPE == 3
NO_INLINE static int64_t walk(FIRST int64_t depth, int64_t n) {
    if (depth == 0) return n ^ context->user_index;
    Context mine = *context;
    mine.user_index += 1;
#if WAY == 1
    return walk(&mine, depth - 1, 2 * n) + walk(&mine, depth - 1, 2 * n + 1);
#else
    const Context *outer = context;
    context = &mine;
    int64_t result = walk(depth - 1, 2 * n) + walk(depth - 1, 2 * n + 1);
    context = outer;
    return result;
#endif
}
#else
NO_INLINE static int64_t walk(FIRST int64_t depth, int64_t n) {
#if SHAPE == 1
    if (depth == 0) return n ^ context->user_index;
#else
    if (depth == 0) return n ^ 1;
#endif
    return walk(ON depth - 1, 2 * n) + walk(ON depth - 1, 2 * n + 1);
}
#endif

int main(int count, char **arguments) {
    int64_t depth = atol(arguments[1]);
    Context first = {.user_index = (uint32_t)count};
#if WAY == 1
    const Context *context = &first;
#else
    context = &first;
#endif
#if SHAPE == 2
    printf("%ld\n", walk(ON depth, 1, count, 2 * count, 3 * count, 4 * count));
#else
    printf("%ld\n", walk(ON depth, 1));
#endif
    return 0;
}
