import sys
def fill(n):
    m = {}
    for i in range(n):
        m[i * 7919] = i
    total = 0
    for i in range(n):
        total += m[i * 7919]
    return total
print(fill(int(sys.argv[1])))
