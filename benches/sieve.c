// The sieve of Eratosthenes, a byte a number.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LIMIT 20000000
#define ROUNDS 3

static long count_primes(uint8_t *composite, long n) {
    memset(composite, 0, n);
    for (long i = 2; i * i < n; i++) {
        if (composite[i] == 0) {
            for (long j = i * i; j < n; j += i) composite[j] = 1;
        }
    }
    long count = 0;
    for (long k = 2; k < n; k++) {
        if (composite[k] == 0) count++;
    }
    return count;
}

int main(void) {
    uint8_t *composite = calloc(LIMIT, 1);
    long count = 0;
    for (int round = 0; round < ROUNDS; round++) count += count_primes(composite, LIMIT);
    printf("%ld\n", count);
    return 0;
}
