// expect: 5 8
// expect: 8 -2
// expect: -2 -7
// expect: -7 100
// expect: 250 4
// expect: 4 200
// expect: 200 100
// expect: 100 96
// expect: 96 111
// expect: 111 144
// expect: 100 true 1
// expect: 1 false 1
// expect: BUSY BUSY
// expect: false true
// expect: true 3
// expect: -3 -3
// expect: 11
// expect: 17

// Every atomic operation, on every kind of value that fits a register, with every ordering.

Atomic :: #import "Atomic"
State :: enum
    IDLE
    BUSY
end
Node :: struct
    value: Int
end
main :: () -> Int
    n: Int = 5
    print("{} {}\n", Atomic.add(&n, 3, .RELAXED), n)
    print("{} {}\n", Atomic.sub(&n, 10), n)
    print("{} {}\n", Atomic.min(&n, -7), n)
    print("{} {}\n", Atomic.max(&n, 100, .ACQUIRE_RELEASE), n)
    u: u8 = 250
    print("{} {}\n", Atomic.add(&u, 10), u)
    print("{} {}\n", Atomic.max(&u, 200), u)
    print("{} {}\n", Atomic.min(&u, 100), u)
    print("{} {}\n", Atomic.and(&u, 0xf0), u)
    print("{} {}\n", Atomic.or(&u, 0x0f), u)
    print("{} {}\n", Atomic.xor(&u, 0xff), u)
    old, ok := Atomic.compare_exchange(&n, 100, 1)
    print("{} {} {}\n", old, ok, n)
    old, ok = Atomic.compare_exchange(&n, 100, 2, .RELAXED)
    print("{} {} {}\n", old, ok, n)
    state: State
    Atomic.store(&state, .BUSY, .RELEASE)
    print("{} {}\n", Atomic.load(&state, .ACQUIRE), Atomic.exchange(&state, .IDLE))
    b := false
    print("{} {}\n", Atomic.exchange(&b, true), Atomic.load(&b))
    node := Node{3}
    head: Pointer{Node}
    _, done := Atomic.compare_exchange(&head, null, &node)
    print("{} {}\n", done, Atomic.load(&head).value)
    small: i16 = -3
    print("{} {}\n", Atomic.min(&small, 2, .RELAXED), Atomic.max(&small, 2, .RELAXED))
    Atomic.fence()
    Atomic.fence(.ACQUIRE)
    for order in Array{Atomic.Ordering, _}{.RELAXED, .ACQUIRE, .RELEASE, .ACQUIRE_RELEASE, .SEQUENTIALLY_CONSISTENT}
        Atomic.store(&n, 1 + Atomic.load(&n, order), order)
        Atomic.add(&n, 1, order)
        Atomic.fence(order)
    end
    print("{}\n", n)
    volatile_store(&n, 17)
    volatile_load(&n)
    print("{}\n", volatile_load(&n))
    return 0
end
