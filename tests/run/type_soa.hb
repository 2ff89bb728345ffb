// expect-status: 134
// expect: 4 1.0 144
// expect: 2.5 1.0 2.0 PLANT
// expect: 8 [0, 9]
// expect: [0.0, 1.0, 6.0, 3.0]
// expect: 4.5 [0.0, 0.0, 2.0, 4.5]
// expect: 0:1.0 2:2.0 3:1.0 
// expect: 3.0 6.0 1.0 0.0 
// expect: Cloud{points = [Point{x = 1, y = 2}, Point{x = 0, y = 4}, Point{x = 5, y = 2}], name = ""}
// expect: [Point{x = 5, y = 2}, Point{x = 0, y = 4}, Point{x = 1, y = 2}]
// expect: [Point{x = 15, y = 2}, Point{x = 10, y = 4}, Point{x = 11, y = 2}] false true
// expect: 36 9
// expect: [2, 7, 1] 3
// expect: Point{x = 11, y = 1} 2
// expect: [Point{x = 0, y = 0}, Point{x = 0, y = 0}, Point{x = 0, y = 0}, Point{x = 7, y = 0}]
// expect: found 7 15

// Arrays that are laid out field by field.
Kind :: enum
    ROCK
    PLANT
end

Particle :: struct
    x, y: f32
    mass: f64 = 1.0
    kind: Kind
    trail: Array{Int, 2}
end

Point :: struct
    x, y: Int
end

Cloud :: struct
    points: Soa{Point, 3}
    name: String
end

shared: Soa{Point, 4}

total :: {T, N: Int}(items: Soa{T, N}) -> Int
    n := 0
    for _ in items
        n += 1
    end
    return n * N
end

moved :: (points: Soa{Point, 3}) -> Soa{Point, 3}
    for i in 0..<points.length
        points[i].x += 10
    end
    return points
end

column_sum :: (xs: Slice{Int}) -> Int
    n := 0
    for x in xs
        n += x
    end
    return n
end

at :: (i: Int, calls: Pointer{Int}) -> Int
    calls@ += 1
    return i
end

main :: () -> Int
    s: Soa{Particle, 4}
    print("{} {} {}\n", s.length, s[2].mass, size_of(Soa{Particle, 4}))
    s[1].x = 2.5
    s[2] = Particle{1.0, 2.0, 3.0, .PLANT, {7, 8}}
    s[3].trail[1] = 9
    p := s[2]
    p.x = 100.0
    print("{} {} {} {}\n", s[1].x, s[2].x, p.y, s[2].kind)
    print("{} {}\n", s[2].trail[1], s[3].trail)

    // columns are arrays
    for &m, i in s.mass
        m *= f64(i)
    end
    print("{}\n", s.mass)
    q := &s[3].y
    q@ = 4.5
    print("{} {}\n", s.y[3], s.y)

    // elements in a loop are values
    for e, i in s
        e.x += 1.0
        if i == 1
            continue
        end
        print("{}:{} ", i, e.x)
    end
    print("\n")
    for e in reverse(s)
        print("{} ", e.mass)
    end
    print("\n")

    c: Cloud
    c.points[0] = {1, 2}
    c.points[1] = Point{y = 4}
    c.points[2] = c.points[0]{x = 5}
    print("{}\n", c)
    c.points[0], c.points[2] = c.points[2], c.points[0]
    print("{}\n", c.points)
    d := moved(c.points)
    print("{} {} {}\n", d, d == c.points, c.points == c.points)
    print("{} {}\n", column_sum(d.x), total(d))
    pointer := &d
    pointer[0][1].y += 3
    pointer@[2].y = 1
    print("{} {}\n", d.y, pointer@.length)
    calls := 0
    d[at(1, &calls)] = d[at(2, &calls)]
    print("{} {}\n", d[1], calls)
    shared[3].x = 7
    print("{}\n", shared)
    outer: for e in shared
        for f in d
            if f.x + e.x > 20
                print("found {} {}\n", e.x, f.x)
                break outer
            end
        end
    end
    i := s.length
    print("{}\n", s[i].x)
    return 0
end
