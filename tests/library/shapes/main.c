// expect: from C
// expect: hello from Hubbub, call 12
// expect: 0 failures

#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include "shapes.h"
static int failures;
#define CHECK(c) do { if (!(c)) { failures++; printf("line %d: %s\n", __LINE__, #c); } } while (0)
static Hubbub_String text(const char *s) { return (Hubbub_String){(const uint8_t *)s, (int64_t)strlen(s)}; }
static bool visit(Node *node, void *user) { *(int64_t *)user += node->value; return node->value != 3; }
static int32_t triple(int32_t x) { return 3 * x; }
static bool event(int32_t kind, const char *t) { return kind == 7 && strcmp(t, "event") == 0; }
int main(void) {
    Point p = add_points((Point){1, 2}, (Point){3, 4.5});
    CHECK(p.x == 4 && p.y == 6.5 && calls == 1);
    calls = 10; add_points(p, p); CHECK(calls == 11);
    CHECK(next_color(Color_RED) == Color_GREEN && next_color(Color_BLUE) == Color_RED);
    CHECK(may(Access_READ) == (Access_READ | Access_WRITE));
    Hubbub_String words[3] = {text("a"), text("longest"), text("bcd")};
    Hubbub_String best = longest((Slice_Hubbub_String){words, 3});
    CHECK(best.length == 7 && best.data == words[1].data);
    Point corners[4] = {{0, 0}};
    CHECK(area((Shape){.tag = Shape_circle, .circle = 2}) == 12);
    CHECK(area((Shape){.tag = Shape_corners, .corners = {corners, 4}}) == 4);
    CHECK(area(make_shape(1)) == 0 && make_shape(0).circle == 2 && make_shape(1).tag == Shape_empty);
    int32_t numbers[5] = {1, 2, 3, 4, 5};
    CHECK(sum((Slice_i32){numbers, 5}) == 15);
    Node third = {3, 0, 0, Color_RED, visit, 0}, second = {2, &third, 0, Color_RED, visit, 0}, first = {1, &second, 0, 0, visit, 0};
    int64_t seen = 0;
    CHECK(walk(&first, &seen) == 3 && seen == 6);
    CHECK(reverse_bytes((Bits){.whole = 0x01020304}).whole == 0x04030201);
    CHECK(header_length((Header){1, 77}) == 77);
    CHECK(first_of((Pair_i32_Hubbub_String){5, text("x")}) == 5);
    Array_f32_3 v = scaled((Array_f32_3){{1, 2, 3}}, 2);
    CHECK(v.at[0] == 2 && v.at[2] == 6);
    CHECK(find(numbers, 5, 4) == &numbers[3] && find(numbers, 5, 9) == NULL);
    CHECK(half(8).tag == Maybe_Int_some && half(8).some == 4 && half(7).tag == Maybe_Int_none);
    CHECK(wide(((__int128)1 << 70)) == (__int128)1 << 71);
    CHECK(apply(triple, 4) == 12 && on_event(event));
    printf("from C\n"); fflush(stdout);
    calls = 12;
    greet("from Hubbub");
    flush_all();
    printf("%d failures\n", failures);
    return failures;
}
