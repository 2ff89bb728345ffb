f :: (i := context.user_index) -> u32 => i
run :: ()
    print("{} ", f())
    with context{user_index = 7}
        print("{}\n", f())
    end
end
