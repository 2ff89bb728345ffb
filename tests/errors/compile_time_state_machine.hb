// error-line: 26
// error-mentions: two transitions from `A` on `X`, to `B` and to `C`
// error-line: 27
// error-mentions: nothing leads from `A` to `C`
// error-line: 28
// error-mentions: no accepting state can be reached from `C`
// error-line: 29
// error-mentions: `A` has no transition on `Y`
// error-line: 30
// error-mentions: the range `z-a` in the class `z-a` is the wrong way round
// error-line: 31
// error-mentions: two transitions from `A` on `q`
// error-line: 32
// error-mentions: where is_enum(S)

Machine :: #import "State_Machine"
State :: enum
    A
    B
    C
end
Event :: enum
    X
    Y
end
TWICE :: #run Machine.build{State, Event}(.A, {{.A, .X, .B}, {.A, .X, .C}, {.B, .X, .C}})
LOST :: #run Machine.build{State, Event}(.A, {{.A, .X, .B}, {.C, .X, .C}})
TRAP :: #run Machine.build{State, Event}(.A, {{.A, .X, .B}, {.B, .X, .C}}, {.B})
HOLES :: #run Machine.build{State, Event}(.A, {{.A, .X, .B}, {.B, .X, .C}}, complete = true)
RANGE :: #run Machine.build_bytes{State}(.A, {{.A, "z-a", .B}, {.B, "x", .C}})
OVERLAP :: #run Machine.build_bytes{State}(.A, {{.A, "a-z", .B}, {.A, "q", .C}})
NUMBERS :: #run Machine.build{Int, Event}(1, {{1, .X, 2}})
main :: ()
    print("{} {} {} {} {} {} {}\n", TWICE.start, LOST.start, TRAP.start, HOLES.start, RANGE.start, OVERLAP.start, NUMBERS.start)
end
