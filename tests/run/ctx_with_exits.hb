// expect: 0 1 0 2 0
// expect: none some(3) 0
// expect: outer 0 0 0, 4 rounds
// expect: value 15 0
// expect: defers: 2 1 0
// expect: arm: 7 0, 8 0
// expect: error 5 0
// expect: kept: 3 4 3 0
// expect: loop: 1 2 3 0
// expect: closure 6 0
// expect: tail 0 0
// expect: compile time 33

// however a `with` is left, the context of outside is current again

now :: () -> u32 #no-inline => context.user_index

find :: (n: Int) -> Maybe{Int}
    if n < 2
        return none
    end
    return n
end

by_or_return :: (n: Int) -> Maybe{Int}
    with context{user_index = 9}
        x := find(n) or_return
        return x
    end
end

Fault :: enum #error
    FINE
    BAD
end

fail :: (flag: Bool) -> Fault
    return ifx flag => Fault.BAD else => Fault.FINE end
end

by_error :: (flag: Bool) -> (u32, Fault)
    with context{user_index = 5}
        fail(flag) or_return
        return now(), .FINE
    end
end

simple :: ()
    print("{} ", now())
    with context{user_index = 1}
        print("{} ", now())
    end
    print("{} ", now())
    with context{user_index = 2}
        block
            with context{user_index = 3}
            end
        end
        print("{} ", now())
    end
    print("{}\n", now())
end

loops :: ()
    rounds := 0
    outer: for i in 0..<10
        with context{user_index = 10}
            for j in 0..<10
                with context{user_index = 20}
                    rounds += 1
                    if j == 1 && i == 0
                        continue outer
                    end
                    if j == 1
                        break outer
                    end
                end
            end
        end
    end
    print("outer {} ", now())
    named: block
        with context{user_index = 30}
            if rounds > 0
                break named
            end
        end
        print("not here")
    end
    print("{} ", now())
    while x := find(rounds)
        with context{user_index = 40}
            if x > 0
                break
            end
        end
    end
    print("{}, {} rounds\n", now(), rounds)
end

defers :: () -> u32
    with context{user_index = 1}
        defer print("{} ", now())
        with context{user_index = 2}
            defer print("{} ", now())
            return 0
        end
    end
end

deep :: (n: Int) -> u32
    with context{user_index = context.user_index + 1}
        if n == 0
            return now()
        end
        return deep(n - 1)
    end
end

kept :: ()
    saved: Context
    with context{user_index = 3}
        saved = context
        print("kept: {} ", now())
        with saved{user_index = saved.user_index + 1}
            print("{} ", now())
        end
    end
    with saved
        print("{} ", now())
    end
    print("{}\n", now())
end

call :: (body: #closure () -> u32) -> u32 #no-inline
    with context{user_index = 6}
        return body()
    end
end

count_down :: (n: Int) -> u32
    if n == 0
        return now()
    end
    with context{user_index = 50}
        now()
    end
    return #tail count_down(n - 1)
end

at_compile_time :: () -> u32
    total: u32 = 0
    for i in 0..<3
        with context{user_index = u32(i) + 10}
            total += now()
            if i == 1
                continue
            end
        end
        total += now()
    end
    return total
end

main :: ()
    simple()
    print("{} {} {}\n", by_or_return(1), by_or_return(3), now())
    loops()
    value := block
        with context{user_index = 15}
            => now()
        end
    end
    print("value {} {}\n", value, now())
    print("defers: ")
    defers()
    print("{}\n", now())
    print("arm:")
    for n in 1..=2
        got := match n
        case 1
            with context{user_index = 7}
                => now()
            end
        else
            with context{user_index = 8}
                => now()
            end
        end
        print(" {} {}{}", got, now(), ifx n == 1 => "," else => "\n" end)
    end
    index, fault := by_error(false)
    assert(fault == .FINE)
    _, fault = by_error(true)
    assert(fault == .BAD)
    print("error {} {}\n", index, now())
    kept()
    print("loop:")
    for n in 0..<3
        print(" {}", deep(n))
    end
    print(" {}\n", now())
    print("closure {} {}\n", call(() -> u32 => now()), now())
    print("tail {} {}\n", count_down(5), now())
    print("compile time {}\n", #run at_compile_time())
end
