import sys
def build(n):
    text = bytearray()
    for i in range(n):
        text.append(97 + i % 26)
    total = 0
    for byte in text:
        total += byte
    return total
print(build(int(sys.argv[1])))
