f :: () -> u32 => context.user_index
g :: () -> (Int, Bool)
    with context{user_index = 1}
        print("{} ", f())
        _ = fail() or_return
    end
    return 1, true
end
fail :: () -> (Int, Bool) => return 0, false
run :: ()
    _, _ := g()
    print("{} ", f())
    while true
        with context{user_index = 2}
            print("{} ", f())
            break
        end
    end
    print("{} ", f())
    x := block
        with context{user_index = 3}
            => f() - 3
        end
    end
    print("{}\n", x)
end
