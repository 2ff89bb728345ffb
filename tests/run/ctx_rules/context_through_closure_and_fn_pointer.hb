f :: () -> u32 => context.user_index
ap :: (c: #closure () -> u32) -> u32
    with context{user_index = context.user_index + 1}
        return c()
    end
end
run :: ()
    with context{user_index = 7}
        p := f
        k: u32 = 0
        print("{} {} {}\n", p(), ap([k] () -> u32 => f() + k), f())
    end
end
