value :: () -> Int => 21
