// expect: false 7 601
// expect: 8 8 true
// expect: 13 14

// procedures whose code is equal may share it, but are not the same procedure

first :: (n: Int) -> Int #no-inline
    if n < 0
        panic("negative")
    end
    return n * 3 + 1
end

second :: (n: Int) -> Int #no-inline
    if n < 0
        panic("negative")
    end
    return n * 3 + 1
end

One :: struct
    x: Int
end

Other :: struct
    y: Float
end

size_behind :: {T}(p: Pointer{T}) -> Int #no-inline
    if p == null
        panic("null")
    end
    return size_of(T)
end

call :: (f: (n: Int) -> Int, n: Int) -> Int #no-inline => f(n)

level :: {T}(_p: Pointer{T}) -> u32 #no-inline => context.user_index + u32(size_of(T))

main :: () -> Int
    f, g: (n: Int) -> Int = first, second
    print("{} {} {}\n", f == g, call(f, 2), call(g, 200))
    x: One
    y: Other
    p: (p: Pointer{One}) -> Int = size_behind
    q: (p: Pointer{Other}) -> Int = size_behind
    print("{} {} {}\n", p(&x), q(&y), UInt(p) != UInt(q))
    with context{user_index = 5}
        a := level(&x)
        with context{user_index = 6}
            print("{} {}\n", a, level(&y))
        end
    end
    return 0
end
