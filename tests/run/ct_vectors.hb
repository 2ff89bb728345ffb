// expect: 30.0 30.0
// expect: [1, 3, 6, 10, 15, 21, 28, 36]
// expect: 14 14
// expect: 56.0 [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]
// expect: true [2.5, 2.5, 3.0, 4.0]

// Vector registers and arrays of fields, computed by the compiler.

dot :: (a: Simd{f32, 4}, b: Simd{f32, 4}) -> f32 => sum(a * b)

prefix :: (v: Simd{i32, 8}) -> Array{i32, 8}
    result: Array{i32, 8}
    total: i32 = 0
    for i in 0..<8
        total += v[i]
        result[i] = total
    end
    return result
end

count_bytes :: (text: Slice{u8}, wanted: u8) -> Int
    count, i := 0, 0
    while i + 16 <= text.length
        v := simd_load{u8, 16}(text, i)
        ones := select(v == Simd{u8, 16}(wanted), Simd{u8, 16}(1), Simd{u8, 16}(0))
        count += Int(sum(ones))
        i += 16
    end
    while i < text.length
        count += Int(text[i] == wanted)
        i += 1
    end
    return count
end

Particle :: struct
    x, y: f32
    alive: Bool
end

particles :: () -> Soa{Particle, 8}
    all: Soa{Particle, 8}
    for i in 0..<8
        all[i] = Particle{f32(i), f32(i * i), i % 2 == 0}
    end
    return all
end

PARTICLES :: #run particles()
V :: Simd{f32, 4}{1.0, 2.0, 3.0, 4.0}
DOT :: #run dot(V, V)

bytes :: () -> Slice{u8}
    result := make_slice{u8}(100)
    for &b, i in result
        b = u8(i % 7)
    end
    return result
end

DATA :: #run bytes()

main :: ()
    print("{} {}\n", DOT, dot(V, V))
    print("{}\n", #run prefix(Simd{i32, 8}{1, 2, 3, 4, 5, 6, 7, 8}))
    print("{} {}\n", #run count_bytes(DATA, 3), count_bytes(DATA, 3))
    total: f32 = 0.0
    for i in 0..<8
        if PARTICLES[i].alive
            total += PARTICLES[i].y
        end
    end
    print("{} {}\n", total, PARTICLES.x)
    print("{} {}\n", #run all(V > Simd{f32, 4}(0.5)), #run max(V, Simd{f32, 4}(2.5)))
end
