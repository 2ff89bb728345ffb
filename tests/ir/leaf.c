unsigned mix(unsigned a, unsigned b) { return a * 3 ^ b; }

long collatz(long n) {
    unsigned long steps = 0, x = n;
    while ((long)x > 1) {
        x = x % 2 == 0 ? (unsigned long)((long)x >> 1) : x * 3 + 1;
        steps++;
    }
    return steps;
}
