//! Structs of every class by value, a union, callbacks with data, texts, variables, more arguments than registers.

/// Two floats in one SSE register.
Point :: struct
    x, y: f32
end

/// Memory class.
Big :: struct
    a, b, c: Int
    tag: u8
end

/// Mixed class: an integer register and an SSE one.
Mixed :: struct
    count: i32
    weight: f64
end

Pair :: struct
    a: u8
    b: u16
    c: u32
end

Color :: enum
    RED
    GREEN = 5
    BLUE
end

Number :: union #raw
    i: i64
    f: f64
end

Nested :: struct
    point: Point
    ids: Array{i16, 2}
    color: Color
end

calls: Int = 0 #export
SCALE: f64 = 2.5 #export "classes_scale"

point_add :: (a: Point, b: Point) -> Point #export
    calls += 1
    return Point{a.x + b.x, a.y + b.y}
end

big_make :: (a: Int, b: Int, c: Int, tag: u8) -> Big #export => Big{a, b, c, tag}

big_sum :: (big: Big) -> Int #export
    copy := big
    copy.a += 1
    return copy.a + copy.b + copy.c + Int(copy.tag)
end

mixed_double :: (m: Mixed) -> Mixed #export => m{count = m.count * 2, weight = m.weight * SCALE}

pair_swap :: (p: Pair) -> Pair #export => Pair{u8(p.b), u16(p.a), ~p.c}

number_as_float :: (n: Number) -> f64 #export => n.f

nested_next :: (n: Nested) -> Nested #export
    result := n
    result.point = point_add(n.point, Point{1, 1})
    result.ids[1] += 1
    result.color = .BLUE
    return result
end

each :: (numbers: Pointer{i32}, count: Int, body: #c-call (n: i32, data: Pointer{Void}) -> Bool, data: Pointer{Void}) -> Int #export
    done := 0
    for i in 0..<count
        if !body(numbers[i], data)
            break
        end
        done += 1
    end
    return done
end

/// Gives a text that the caller frees with `text_free`.
greet :: (name: CString) -> CString #export
    text := format("hello, {}! ({})\0", name, calls)
    return CString(text.data)
end

text_free :: (text: CString) #export
    free(Pointer{u8}(text))
end

first_char :: (c: #c-call () -> CString) -> u8 #export => Pointer{u8}(c())[0]

long_one :: (a: i8, b: i16, c: i32, d: i64, e: u8, f: u16, g: u32, h: u64, i: f32, j: f64, k: Bool, p: Point, q: Big) -> f64 #export
    return f64(a) + f64(b) + f64(c) + f64(d) + f64(e) + f64(f) + f64(g) + f64(h) + f64(i) + j + f64(Int(k)) + f64(p.x + p.y) + f64(q.a)
end
