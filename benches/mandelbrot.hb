// The Mandelbrot set, a bit a point; prints a checksum of the bitmap.

N :: 2000
ROUNDS :: 50

main :: () -> Int
    row_bytes := (N + 7) / 8
    bitmap := make_slice{u8}(row_bytes * N)
    for y in 0..<N
        ci := 2.0 * Float(y) / Float(N) - 1.0
        for x in 0..<N
            cr := 2.0 * Float(x) / Float(N) - 1.5
            zr, zi, tr, ti := 0.0, 0.0, 0.0, 0.0
            round := 0
            while round < ROUNDS && tr + ti <= 4.0
                zi = 2.0 * zr * zi + ci
                zr = tr - ti + cr
                tr = zr * zr
                ti = zi * zi
                round += 1
            end
            if tr + ti <= 4.0
                bitmap[y * row_bytes + x / 8] |= u8(0x80 >> (x % 8))
            end
        end
    end
    sum: u32 = 0
    for b in bitmap
        sum = sum * 31 + b
    end
    print("{}\n", sum)
    return 0
end
