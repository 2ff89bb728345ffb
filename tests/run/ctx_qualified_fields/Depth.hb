#add-context level: Int = 1

tenfold :: () -> Int => context.level * 10
