// Many small trees, built and freed one node at a time through malloc.
#include <stdio.h>
#include <stdlib.h>

#define DEPTH_MIN 4
#define DEPTH_MAX 16

typedef struct Node { struct Node *left, *right; } Node;

static Node *build(long depth) {
    Node *node = calloc(1, sizeof *node);
    if (depth > 0) {
        node->left = build(depth - 1);
        node->right = build(depth - 1);
    }
    return node;
}

static long count(Node *node) { return node ? 1 + count(node->left) + count(node->right) : 0; }

static void release(Node *node) {
    if (!node) return;
    release(node->left);
    release(node->right);
    free(node);
}

int main(void) {
    Node *stretch = build(DEPTH_MAX + 1);
    printf("stretch tree of depth %d\t check: %ld\n", DEPTH_MAX + 1, count(stretch));
    release(stretch);
    Node *long_lived = build(DEPTH_MAX);
    for (long depth = DEPTH_MIN; depth <= DEPTH_MAX; depth += 2) {
        long rounds = 1L << (DEPTH_MAX - depth + DEPTH_MIN), check = 0;
        for (long i = 0; i < rounds; i++) {
            Node *tree = build(depth);
            check += count(tree);
            release(tree);
        }
        printf("%ld\t trees of depth %ld\t check: %ld\n", rounds, depth, check);
    }
    printf("long lived tree of depth %d\t check: %ld\n", DEPTH_MAX, count(long_lived));
    return 0;
}
