// Values of many kinds without a runtime: wide integers, vectors, unions and texts as arguments and results, atomics, layouts, a
// sparse match. What it prints is the same on every machine.

#import "Machine"
Atomic :: #import "Atomic"

number :: (n: Int) => print("{} ", n)

Point :: struct
    x, y: f32
end

Soap :: struct
    a: u8
    b: f64
end

Kind :: enum {u8} #flags
    A
    B
    C
end

Packed :: struct #packed
    a: u8
    b: u32
    c: u16
end

f :: (a: i8, b: i16, c: i128, d: f32, e: Simd{f32, 4}, g: Array{Int, 5}, h: String, i: Maybe{Int}, j: Any) -> (Int, f64, String, i128)
    k := 0
    match j
    case Int n => k = n
    case String s => k = s.length
    else => k = -1
    end
    return Int(a) + Int(b) + g[4] + h.length + (i or_else 5) + k, f64(d) + f64(e[3]), h[1..], c * 3
end

hash :: (text: String) -> u64
    h: u64 = 14695981039346656037
    for i in 0..<text.length
        h = (h ^ u64(text[i])) * 1099511628211
    end
    return h
end

lookup :: (n: Int) -> Int
    match n
    case 3 => return 1
    case 1000 => return 2
    case 70000 => return 3
    case 123456 => return 4
    case -5..=-1 => return 5
    case 1_000_000 => return 6
    case 7_654_321 => return 7
    case 99 => return 8
    case 12 => return 9
    case 34567 => return 10
    case 55555 => return 11
    else => return 0
    end
end

gcd :: {T}(a: T, b: T) -> T => ifx b == 0 => a else => gcd(b, a % b) end

counter: Int
quarter: f32 = 0.25

run :: ()
    a, b, c, d := f(-3, 300, 1 << 70, 1.5, Simd{f32, 4}{1, 2, 3, 4.25}, {1, 2, 3, 4, 500}, "héllo", none, 12)
    number(a)
    number(Int(b * 100))
    print("{} ", c)
    number(Int(d >> 65))
    v := Simd{i32, 8}{1, 2, 3, 4, 5, 6, 7, 8}
    w := v * v + v
    number(Int(sum(w)))
    number(Int(sum(f32x(v))))
    _ = Atomic.add(&counter, 40)
    _ = Atomic.compare_exchange(&counter, 40, 42)
    number(Atomic.load(&counter))
    number(Int(hash("hubbub") >> 33))
    number(lookup(70000) * 100 + lookup(-3) * 10 + lookup(55555))
    number(gcd(1071, 462) + Int(gcd(u8(48), u8(36))))
    p := Packed{1, 0xdeadbeef, 7}
    number(Int(p.b) + Int(p.c) + size_of(Packed))
    k := Kind.A | .C
    number(Int(u8(k)) + Int(.B in k))
    s: Soa{Soap, 5}
    for i in 0..<5
        s[i].a = u8(i)
        s[i].b = f64(i) * 1.5
    end
    t := 0.0
    for i in 0..<5
        t += s[i].b * f64(s[i].a)
    end
    number(Int(t))
    number(Int(f32(16777217)) + Int(f64(quarter) * 100))
    number(Int(i32(3.99e10) / 1000) + Int(u8(-4.5)) + (1 << (70 - Int(counter) * 0)))
    copy := s
    copy[2].a = 9
    number(Int(s[2].a) * 10 + Int(copy[2].a))
end

f32x :: (v: Simd{i32, 8}) -> Simd{f32, 8}
    r: Simd{f32, 8}
    for i in 0..<8
        r[i] = f32(v[i]) * 0.5
    end
    return r
end

start :: () #export "_start"
    run()
    print("\n")
    exit(0)
end
