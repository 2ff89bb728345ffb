f :: () -> u32 => context.user_index
run :: ()
    c := context{user_index = 4}
    with c
        print("{} ", f())
    end
    print("{} ", f())
    with c
        print("{} ", f())
        with context{user_index = f() + 5}
            print("{}\n", f())
        end
    end
end
