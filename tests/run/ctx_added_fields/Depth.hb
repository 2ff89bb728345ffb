#add-context level: Int = 1

tenfold :: () -> Int => context.level * 10

deeper :: (level: Int, then: ())
    with context{level = level}
        then()
    end
end
