Inner :: #import "Inner"

twice :: () -> Int => 2 * Inner.value()
