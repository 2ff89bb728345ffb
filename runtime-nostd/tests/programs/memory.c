// flags: -fno-builtin
// expect: 0
// memcpy and its kin at every size, alignment and overlap that their cases tell apart.
#include "runtime.h"

void *memcpy(void *, const void *, uint64_t);
void *memmove(void *, const void *, uint64_t);
void *memset(void *, int, uint64_t);
int memcmp(const void *, const void *, uint64_t);
uint64_t strlen(const char *);

static unsigned char a[6000], b[6000], expected[6000];
static int64_t failures;

static void fresh(void) {
    for (int i = 0; i < 6000; i++) a[i] = b[i] = expected[i] = (unsigned char)(i * 7 + i / 256);
}

static void compare(const unsigned char *found) {
    for (int i = 0; i < 6000; i++) failures += found[i] != expected[i];
}

static void check(int size, int to, int from) {
    fresh();
    for (int i = 0; i < size; i++) expected[to + i] = a[from + i];
    memcpy(b + to, a + from, size);
    compare(b);
    memmove(a + to, a + from, size);
    compare(a);
    fresh();
    for (int i = 0; i < size; i++) expected[to + i] = 0xa5;
    memset(a + to, 0xa5, size);
    compare(a);
    fresh();
    if (size > 0) {
        failures += memcmp(a, b, size) != 0;
        b[size - 1]++;
        int order = a[size - 1] < b[size - 1] ? -1 : 1;
        failures += (memcmp(a, b, size) < 0) != (order < 0);
        failures += (memcmp(b, a, size) < 0) == (order < 0);
    }
}

int hb_program_main(void) {
    const int sizes[] = {0, 1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 127, 128, 129, 200, 255, 256, 1000, 2047, 2048, 2500};
    const int places[] = {0, 1, 3, 8, 13, 64, 70, 1000};
    for (unsigned s = 0; s < sizeof sizes / sizeof *sizes; s++)
        for (unsigned t = 0; t < 8; t++)
            for (unsigned f = 0; f < 8; f++) check(sizes[s], places[t], places[f]);
    failures += strlen("twelve bytes") != 12 || strlen("") != 0;
    show_number(failures);
    return 0;
}
