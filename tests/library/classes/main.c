// expect: 4 6 1
// expect: 1 2 3 4
// expect: 11 1
// expect: 42 3
// expect: 2 1 4294967295
// expect: 0.25
// expect: 2 3 3 5 6
// expect: 2 6
// expect: hello, C! (2) Z
// expect: 21.75

#include <stdio.h>
#include <string.h>
#include "classes.h"
static bool add(int32_t n, void *data) { *(long *)data += n; return n != 3; }
static const char *give(void) { return "Zebra"; }
int main(void) {
    Point p = point_add((Point){1, 2}, (Point){3, 4});
    printf("%g %g %ld\n", p.x, p.y, (long)calls);
    Big b = big_make(1, 2, 3, 4);
    printf("%ld %ld %ld %d\n", (long)b.a, (long)b.b, (long)b.c, b.tag);
    printf("%ld %ld\n", (long)big_sum(b), (long)b.a);
    classes_scale = 1.5;
    Mixed m = mixed_double((Mixed){21, 2.0});
    printf("%d %g\n", m.count, m.weight);
    Pair q = pair_swap((Pair){1, 2, 0});
    printf("%d %d %u\n", q.a, q.b, q.c);
    Number n; n.f = 0.25;
    printf("%g\n", number_as_float(n));
    Nested s = nested_next((Nested){{1, 2}, {3, 4}, 0});
    printf("%g %g %d %d %d\n", s.point.x, s.point.y, s.ids[0], s.ids[1], (int)s.color);
    int32_t list[] = {1, 2, 3, 4};
    long sum = 0;
    printf("%ld", (long)each(list, 4, add, &sum));
    printf(" %ld\n", sum);
    const char *t = greet("C");
    printf("%s %c\n", t, first_char(give));
    text_free(t);
    printf("%g\n", long_one(-1, -2, -3, -4, 5, 6, 7, 8, 0.5f, 0.25, true, (Point){1, 2}, b));
    return 0;
}
