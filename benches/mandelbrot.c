// The Mandelbrot set, a bit a point; prints a checksum of the bitmap.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define N 2000
#define ROUNDS 50

int main(void) {
    long row_bytes = (N + 7) / 8;
    uint8_t *bitmap = calloc(row_bytes * N, 1);
    for (long y = 0; y < N; y++) {
        double ci = 2.0 * (double)y / (double)N - 1.0;
        for (long x = 0; x < N; x++) {
            double cr = 2.0 * (double)x / (double)N - 1.5;
            double zr = 0, zi = 0, tr = 0, ti = 0;
            long round = 0;
            while (round < ROUNDS && tr + ti <= 4.0) {
                zi = 2.0 * zr * zi + ci;
                zr = tr - ti + cr;
                tr = zr * zr;
                ti = zi * zi;
                round++;
            }
            if (tr + ti <= 4.0) bitmap[y * row_bytes + x / 8] |= (uint8_t)(0x80 >> (x % 8));
        }
    }
    uint32_t sum = 0;
    for (long i = 0; i < row_bytes * N; i++) sum = sum * 31 + bitmap[i];
    printf("%u\n", sum);
    return 0;
}
