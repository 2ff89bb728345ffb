INNER_CONSTANT :: 5

from_inner :: () -> Int => INNER_CONSTANT - 2
