#import "No_Such_Module"

second :: () -> Int => third()
