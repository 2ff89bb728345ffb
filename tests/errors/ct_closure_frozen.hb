// error-line: 12
// error-code: E0601
// error-mentions: life is over
Step :: struct
    run: (x: Int) -> Int
    data: Pointer{Void}
end
make :: () -> Step
    n := 3
    return Step{(x: Int) -> Int => x + 1, &n}
end
STEP :: #run make()
main :: () => print("{}\n", STEP.run(1))
