// A search tree built, counted and dropped again and again, through an allocator that its user chose: by an explicit parameter.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define ROUNDS 600
#define COUNT 10000
#define NO_INLINE __attribute__((noinline))

enum Mode { ALLOCATE, RESIZE, FREE, FREE_ALL };

typedef struct Context Context;
typedef void *Allocator(const Context *context, enum Mode mode, int64_t size, int64_t alignment, void *data, int64_t old_size, void *old, int64_t options);

struct Context {
    uint32_t thread_index, user_index;
    void *user_data;
    Allocator *allocator;
    void *allocator_data;
    void *logger, *logger_data, *temporary_allocator, *temporary_allocator_data, *on_panic;
};

typedef struct { uint8_t *memory; int64_t length, used; } Bump;

static void *bump(const Context *context, enum Mode mode, int64_t size, int64_t alignment, void *data, int64_t old_size, void *old, int64_t options) {
    Bump *b = data;
    if (mode == FREE_ALL) {
        b->used = 0;
        return NULL;
    }
    if (mode != ALLOCATE || b->used + size > b->length) return NULL;
    int64_t at = b->used;
    b->used += size;
    return b->memory + at;
}

typedef struct Node { int64_t key, value; struct Node *left, *right; } Node;

NO_INLINE static Node *make_node(const Context *context, int64_t key) {
    Node *n = context->allocator(context, ALLOCATE, sizeof(Node), 8, context->allocator_data, 0, NULL, 0);
    n->key = key;
    n->value = context->user_index;
    n->left = NULL;
    n->right = NULL;
    return n;
}

NO_INLINE static Node *insert(const Context *context, Node *n, int64_t key) {
    if (!n) return make_node(context, key);
    if (key < n->key) n->left = insert(context, n->left, key);
    else if (key > n->key) n->right = insert(context, n->right, key);
    return n;
}

NO_INLINE static int64_t total(const Context *context, Node *n) {
    if (!n) return 0;
    return n->value + total(context, n->left) + total(context, n->right);
}

NO_INLINE static int64_t work(const Context *context) {
    Node *root = NULL;
    int64_t key = 1;
    for (long i = 0; i < COUNT; i++) {
        key = (key * 1103515245 + 12345) % 2147483648;
        root = insert(context, root, key);
    }
    int64_t sum = total(context, root);
    context->allocator(context, FREE_ALL, 0, 0, context->allocator_data, 0, NULL, 0);
    return sum;
}

int main(int count, char **arguments) {
    Bump b = {malloc(1024 * 1024), 1024 * 1024, 0};
    int64_t sum = 0;
    Context made = {.user_index = (uint32_t)count, .allocator = bump, .allocator_data = &b};
    const Context *context = &made;
    for (int i = 0; i < ROUNDS; i++) sum += work(context);
    printf("%ld\n", sum);
    return 0;
}
