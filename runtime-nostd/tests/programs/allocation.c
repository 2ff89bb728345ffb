// expect: 2097151
// expect: 499999500000
// expect: 1
#include "runtime.h"

typedef struct Node { struct Node *left, *right; int64_t depth; } Node;

static NOINLINE Node *build(int64_t depth) {
    Node *node = hb_rt_page_allocate(sizeof(Node), 8);
    *node = (Node){0, 0, depth};
    if (depth > 0) {
        node->left = build(depth - 1);
        node->right = build(depth - 1);
    }
    return node;
}

static NOINLINE int64_t drop(Node *node) {
    if (!node) return 0;
    int64_t count = 1 + drop(node->left) + drop(node->right);
    hb_rt_page_free(node, sizeof(Node));
    return count;
}

int hb_program_main(void) {
    show_number(drop(build(20)));
    int64_t *list = 0, room = 0, sum = 0;
    for (int64_t i = 0; i < 1000000; i++) {
        if (i == room) {
            list = hb_rt_page_resize(list, room * 8, (2 * room + 4) * 8, 8);
            room = 2 * room + 4;
        }
        list[i] = i;
    }
    for (int64_t i = 0; i < 1000000; i++) sum += list[i];
    hb_rt_page_free(list, 0);
    show_number(sum);
    show_number(hb_rt_page_allocate(INT64_MAX, 8) == 0);
    return 0;
}
