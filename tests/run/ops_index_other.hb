// expect: 2 3 4
// expect: [7, 5] [1, 2, 9, 5] 5
// expect: [2, 1, 9, 5]
// expect: 4 [0, 0, 4, 0] 5
// expect: 8 [0, 8]
// What the language indexes by integers a program may index by something else: a string by a string, an array by an enum. And `[]=` may take
// another type than `[]`.

Color :: enum
    RED
    GREEN
end
[] :: #operator (s: String, key: String) -> Int
    for i in 0..<s.length
        if s.length - i >= key.length && s[i..<i + key.length] == key
            return i
        end
    end
    return -1
end
[] :: #operator (s: Slice{Int}, key: f64) -> Int => s[Int(key * Float(s.length))]
&[] :: #operator {T}(a: Pointer{Array{T, 2}}, c: Color) -> Pointer{T} => &a@[Int(c)]
[]= :: #operator (a: Slice{Int}, c: Rune, n: Int)
    a[u32(c) - 'a'] = n
end
[] :: #operator (a: Slice{Int}, c: Rune) -> Int => a[u32(c) - 'a']
main :: ()
    a := Array{Int, 2}{3, 4}
    s := Array{Int, 4}{1, 2, 3, 4}
    print("{} {} {}\n", "abc"["c"], s[..][0.5], a[Color.GREEN])
    a[Color.RED] = 7
    a[.GREEN] += 1
    s['c'] = 9
    s['d'] += 1
    print("{} {} {}\n", a, s, s['d'])
    s[1], s['a'] = s['a'], s[1]
    print("{}\n", s)
    bytes: Bytes
    bytes[2] = 3
    bytes[2] += 1
    words: Words
    words[2] = 3
    words[2] += 2
    print("{} {} {}\n", bytes[2], bytes.x, words[2])
    small := Grid{3, 4}
    small[.GREEN] *= 2
    small[.RED] = 0
    print("{} {}\n", small[Color.GREEN], small)
end

Grid :: distinct Array{Int, 2}
&[] :: #operator (g: Pointer{Grid}, c: Color) -> Pointer{Int} => &g@[Int(c)]

Bytes :: struct
    x: Array{u8, 4}
end

[] :: #operator (v: Bytes, i: Int) -> Int => Int(v.x[i])
[]= :: #operator (v: Pointer{Bytes}, i: u8, n: Int)
    v.x[i] = u8(n)
end

Words :: struct
    x: Array{Int, 4}
end

&[] :: #operator (v: Pointer{Words}, i: u8) -> Pointer{Int} => &v.x[i]
