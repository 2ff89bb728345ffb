// error-line: 27
// error-code: E0604
// error-mentions: does not hold
// error-line: 28
// error-code: E0604
// error-mentions: does not hold
// error-line: 29
// error-code: E0604
// error-mentions: does not hold
// error-line: 30
// error-code: E0604
// error-mentions: does not hold
// error-line: 31
// error-code: E0604
// error-mentions: does not hold
// error-line: 32
// error-code: E0604
// error-mentions: does not hold
area :: (w: Int, h: Int) -> Int => w * h
NAME :: "abc"
Color :: enum
    RED
    GREEN
end
favourite :: () -> Color => .GREEN
half :: () -> Float => 0.5
#assert(area(3, 4) < 10, "small")
#assert(NAME == "abd")
#assert(favourite() == .RED)
#assert(half() > 0.75 && area(1, 1) == 1)
#assert(area(2, 2) == 4 && area(2, 3) == 7)
#assert(!(area(2, 2) == 4))
main :: () => print("\n")
