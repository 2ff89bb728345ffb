file :: () -> String => #file
place :: () -> Int => caller()
caller :: (at := #caller-location) -> Int => Int(at.line) * 1000 + Int(at.column)
