// Multiplication of dense square matrices, row by row.
#include <stdio.h>
#include <stdlib.h>

#define N 512

typedef struct { long rows, columns; double *cells; } Matrix;

static Matrix matrix(long rows, long columns) {
    return (Matrix){rows, columns, calloc(rows * columns, sizeof(double))};
}

static Matrix multiply(Matrix a, Matrix b) {
    Matrix product = matrix(a.rows, b.columns);
    for (long i = 0; i < a.rows; i++) {
        double *target = product.cells + i * product.columns;
        for (long k = 0; k < a.columns; k++) {
            double factor = a.cells[i * a.columns + k];
            double *source = b.cells + k * b.columns;
            for (long j = 0; j < product.columns; j++) target[j] += factor * source[j];
        }
    }
    return product;
}

static Matrix filled(long n, long seed) {
    Matrix m = matrix(n, n);
    long x = seed;
    for (long i = 0; i < n * n; i++) {
        x = (x * 1103515245 + 12345) % 2147483648;
        m.cells[i] = (double)(x % 1000) / 1000.0;
    }
    return m;
}

int main(void) {
    Matrix a = filled(N, 1), b = filled(N, 2);
    Matrix product = multiply(multiply(multiply(a, b), a), b);
    double trace = 0;
    for (long i = 0; i < N; i++) trace += product.cells[i * N + i];
    printf("%.3f\n", trace);
    return 0;
}
