a :: () -> u32 => context.user_index * 2
b :: () -> u32 => context.user_index * 4
run :: ()
    t := Array{() -> u32, _}{a, b}
    with context{user_index = 1}
        print("{} {}\n", t[0](), t[1]())
    end
end
