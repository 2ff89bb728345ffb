#include <stdint.h>
#include <stdio.h>

uint64_t once(uint64_t n);
uint64_t loop(uint64_t n);

int main(void) {
    printf("%lu\n", (unsigned long)once(41));
    printf("%lu\n", (unsigned long)loop(10));
    return 0;
}
// expect: 42
// expect: 2135
