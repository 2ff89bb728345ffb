// expect: 5 7 true
// expect: true true Holder{Fun}

// Distinct types of two modules that lead to each other, and through generic structs.
#import "Other"

Ping :: distinct (n: Int) -> Pong
ping :: (n: Int) -> Pong => ifx n > 5 => Pong(null) else => Pong(pong) end

Ring :: struct {T}
    next: T
    value: Int
end
Chain :: distinct Pointer{Ring{Chain}}
Holder :: struct {T}
    f: Fun
    x: T
end
Fun :: distinct (g: Pointer{Holder{Fun}}) -> Fun

call :: (g: Pointer{Holder{Fun}}) -> Fun
    g.x = g.f
    return null
end

main :: () -> Int
    n := 0
    p := Ping(ping)
    while p != null
        q := p(n)
        if q == null
            break
        end
        p = q(n)
        n += 1
    end
    c := Ring{Chain}{value = 7}
    c.next = Chain(&c)
    print("{} {} {}\n", n, c.next@.value, c.next.next == c.next)
    g := Holder{Fun}{f = Fun(call)}
    print("{} ", g.f(&g) == null)
    print("{} {}\n", g.x == g.f, type_of(g))
    return 0
end
