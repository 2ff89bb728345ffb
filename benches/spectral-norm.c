// The spectral norm of an infinite matrix, by the power method.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define N 1500

static double cell(long i, long j) { return 1.0 / (double)((i + j) * (i + j + 1) / 2 + i + 1); }

static void multiply(const double *v, double *result, long n) {
    for (long i = 0; i < n; i++) {
        double sum = 0;
        for (long j = 0; j < n; j++) sum += cell(i, j) * v[j];
        result[i] = sum;
    }
}

static void multiply_transposed(const double *v, double *result, long n) {
    for (long i = 0; i < n; i++) {
        double sum = 0;
        for (long j = 0; j < n; j++) sum += cell(j, i) * v[j];
        result[i] = sum;
    }
}

int main(void) {
    double *u = calloc(N, sizeof *u), *v = calloc(N, sizeof *v), *t = calloc(N, sizeof *t);
    for (long i = 0; i < N; i++) u[i] = 1.0;
    for (int round = 0; round < 10; round++) {
        multiply(u, t, N);
        multiply_transposed(t, v, N);
        multiply(v, t, N);
        multiply_transposed(t, u, N);
    }
    double numerator = 0, denominator = 0;
    for (long i = 0; i < N; i++) {
        numerator += u[i] * v[i];
        denominator += v[i] * v[i];
    }
    printf("%.9f\n", sqrt(numerator / denominator));
    return 0;
}
