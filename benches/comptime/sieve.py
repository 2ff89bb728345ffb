import sys
def sieve(limit):
    composite = bytearray(limit)
    count = 0
    for i in range(2, limit):
        if not composite[i]:
            count += 1
            j = i * i
            while j < limit:
                composite[j] = 1
                j += i
    return count
print(sieve(int(sys.argv[1])))
