#import "Second"

first :: () -> Int => second()
