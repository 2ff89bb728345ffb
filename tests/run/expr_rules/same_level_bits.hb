run :: ()
    a, b, c := 1, 2, 3
    print("{} {} {}\n", a | b << 1, a ^ b & c + 4 ^ 4, a << b + 1 | 16 & 31)
end
