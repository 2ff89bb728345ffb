#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

typedef struct { int32_t a; float b; } Small;
typedef struct { int64_t number; double fraction; } Mixed;
typedef struct { float x, y; } Floats;
typedef struct { float x, y, z; } Three;
typedef struct { int64_t a, b, c, d, e; } Large;
typedef struct { int8_t byte; bool flag; float fraction; uint16_t word; } Narrow;
typedef struct { Small inner; uint8_t letters[3]; int8_t last; } Nested;
typedef struct __attribute__((packed)) { uint8_t tag; uint32_t number; uint16_t wide; } Packed;
typedef union { uint32_t whole; uint8_t bytes[4]; } Word;
typedef struct { uint8_t color; Floats point; } Painted;
typedef struct __attribute__((aligned(32))) { int32_t n; } Aligned;
typedef struct { Floats left, right; } Deep;

Mixed hb_mixed(int32_t a, Mixed m, Floats f);
Large hb_large(Large l, int64_t by);
Nested hb_nested(Nested n);
Three hb_three(Three t);
Word hb_word(Word w);
Packed hb_packed(Packed p);

Mixed global_mixed = {3, 100.5};

Mixed take_small(Small s, Mixed m) { return (Mixed){s.a + m.number, s.b + m.fraction}; }
Large make_large(int64_t from) { return (Large){from, from * 2, from * 3, from * 4, from * 5}; }
Floats add_floats(Floats a, Floats b) { return (Floats){a.x + b.x, a.y + b.y}; }
Narrow turn(Narrow n) { return (Narrow){-n.byte, !n.flag, -n.fraction, n.word + 1}; }
Word swap_word(Word w, Nested n) {
    if (n.letters[2] != 3 || n.last != 4 || n.inner.a != 1) w.whole = 0;
    return w;
}
int64_t unpack(Packed p) { return (int64_t)p.tag + p.number + p.wide; }
Large many(Small a, Large b, int8_t c, Floats d, Mixed e, int64_t f, Three g, int32_t h, Nested i, double j) {
    bool rest = e.number == 6 && f == 7 && g.y == 8 && h == 9 && i.inner.a == 10 && j == 0;
    return rest ? (Large){a.a, (int64_t)a.b, b.a, c, (int64_t)d.x} : (Large){0};
}
Painted paint(Painted p) { return (Painted){p.color, {p.point.x + p.color - 0.5f, p.point.y}}; }
Large call_back(Large (*f)(Mixed, Large, Three), int64_t user) {
    return f((Mixed){user, 1.5}, (Large){10, 20, -3, 40, 50}, (Three){1, 2, 3});
}
Small call_small(Small (*f)(Small), int32_t n) { return f((Small){n, (float)n + 1}); }
Aligned aligned(Aligned a, int32_t n) {
    return (Aligned){((uintptr_t)&a % 32 == 0) ? a.n + n : -1};
}
Deep deep(Deep d) { return (Deep){{d.right.y, d.right.x}, {d.left.y, d.left.x}}; }

static int failures;
static void check(bool holds, const char *what) {
    if (!holds) { failures++; fprintf(stderr, "%s\n", what); }
}
int32_t check_exported(void) {
    Mixed m = hb_mixed(1, (Mixed){2, 0.5}, (Floats){1, 2});
    check(m.number == 3 && m.fraction == 3.5, "hb_mixed");
    Large l = hb_large((Large){1, 2, 3, 4, 5}, 3);
    check(l.a == 3 && l.b == 6 && l.c == 9 && l.d == 12 && l.e == 15, "hb_large");
    Nested n = hb_nested((Nested){{1, 2}, {3, 4, 5}, 6});
    check(n.inner.a == 1 && n.inner.b == 2 && n.letters[2] == 5 && n.last == 7, "hb_nested");
    Three t = hb_three((Three){1, 2, 3});
    check(t.x == 3 && t.y == 2 && t.z == 1, "hb_three");
    check(hb_word((Word){.whole = 41}).whole == 42, "hb_word");
    Packed p = hb_packed((Packed){1, 2, 3});
    check(p.tag == 2 && p.number == 3 && p.wide == 4, "hb_packed");
    return failures;
}
