// expect: 2.5 3.5 4.5 5.5
// expect: 1.5 2.5 3.5 4.5 9
// expect: 0.5 1.0 2.0 3.0
// expect: 43
// expect: -4 5.25

// What a procedure returns in registers LLVM must return in registers too, or a tail call has no place for it: no `f16` comes
// in the fourth register of floats. Parameters that travel by reference are handed on by reference.

Halves :: struct
    a, b, c, d: f16
end

Halves_And_Count :: struct
    a, b, c, d: f16
    count: Int
end

Large :: struct
    xs: Array{Int, 20}
    sum: Int
end

Half_Last :: struct
    a, b, c: f32
    d: f16
end

/// Adds 1 to a value, `count` times, in two procedures that call each other.
even :: {T}(x: T, count: Int) -> T #no-inline
    if count == 0
        return x
    end
    return #tail odd(more(x), count - 1)
end

odd :: {T}(x: T, count: Int) -> T #no-inline
    if count == 0
        return x
    end
    return #tail even(more(x), count - 1)
end

more :: (x: Halves) -> Halves => {x.a + 1.0, x.b + 1.0, x.c + 1.0, x.d + 1.0}
more :: (x: Halves_And_Count) -> Halves_And_Count => x{count = x.count + 3}
more :: (x: Half_Last) -> Half_Last => x{d = x.d + 1.0}

several :: (count: Int, a: f16, b: f32) -> (f32, f32, f32, f16, Int) #no-inline
    if count == 0
        return b, b, b, a, -4
    end
    return #tail several(count - 1, a + 1.25, b)
end

swapped :: (x: Large, y: Large, count: Int) -> Int #no-inline
    if count == 0
        return x.sum * 10 + y.sum
    end
    return #tail swapped(y, x, count - 1)
end

main :: () -> Int
    halves := even(Halves{0.5, 1.5, 2.5, 3.5}, 2)
    print("{} {} {} {}\n", halves.a, halves.b, halves.c, halves.d)
    counted := odd(Halves_And_Count{1.5, 2.5, 3.5, 4.5, 0}, 3)
    print("{} {} {} {} {}\n", counted.a, counted.b, counted.c, counted.d, counted.count)
    last := even(Half_Last{0.5, 1.0, 2.0, 0.0}, 3)
    print("{} {} {} {}\n", last.a, last.b, last.c, last.d)
    print("{}\n", swapped(Large{sum = 3}, Large{sum = 4}, 1001))
    _, _, _, half, number := several(3, 1.5, 7.0)
    print("{} {}\n", number, half)
    return 0
end
