// The greatest number of prefix reversals over all permutations of n numbers.
#include <stdint.h>
#include <stdio.h>

#define N 10

static long fannkuch(long n, long *most) {
    int32_t permutation[16] = {0}, work[16] = {0}, count[16] = {0};
    for (long i = 0; i < n; i++) permutation[i] = (int32_t)i;
    long checksum = 0, greatest = 0, index = 0, r = n;
    for (;;) {
        while (r != 1) { count[r - 1] = (int32_t)r; r--; }
        for (long i = 0; i < n; i++) work[i] = permutation[i];
        long flips = 0, k = work[0];
        while (k != 0) {
            long low = 0, high = k;
            while (low < high) {
                int32_t t = work[low];
                work[low] = work[high];
                work[high] = t;
                low++;
                high--;
            }
            flips++;
            k = work[0];
        }
        greatest = flips > greatest ? flips : greatest;
        checksum += index % 2 == 0 ? flips : -flips;
        for (;;) {
            if (r == n) { *most = greatest; return checksum; }
            int32_t first = permutation[0];
            for (long i = 0; i < r; i++) permutation[i] = permutation[i + 1];
            permutation[r] = first;
            count[r]--;
            if (count[r] > 0) break;
            r++;
        }
        index++;
    }
}

int main(void) {
    long greatest, checksum = fannkuch(N, &greatest);
    printf("%ld\nPfannkuchen(%d) = %ld\n", checksum, N, greatest);
    return 0;
}
