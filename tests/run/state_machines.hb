// expect: CLOSED none some(LOCKED)
// expect: some(OPEN)
// expect: true some(Match{Num}{state = DIGITS, length = 2}) true some(Match{Num}{state = FRACTION, length = 5}) false none false some(Match{Num}{state = DIGITS, length = 1}) false none false none false some(Match{Num}{state = DIGITS, length = 1}) 
// expect: digraph {
// expect:     START [style=bold]
// expect:     SIGN
// expect:     DIGITS [shape=doublecircle]
// expect:     POINT
// expect:     FRACTION [shape=doublecircle]
// expect:     START -> SIGN [label="+ -"]
// expect:     START -> DIGITS [label="0-9"]
// expect:     SIGN -> DIGITS [label="0-9"]
// expect:     DIGITS -> DIGITS [label="0-9"]
// expect:     DIGITS -> POINT [label="."]
// expect:     POINT -> FRACTION [label="0-9"]
// expect:     FRACTION -> FRACTION [label="0-9"]
// expect: }
// expect: digraph {
// expect:     OPEN [style=bold]
// expect:     CLOSED
// expect:     LOCKED
// expect:     OPEN -> CLOSED [label="PUSH"]
// expect:     CLOSED -> OPEN [label="PULL"]
// expect:     CLOSED -> LOCKED [label="KEY"]
// expect:     LOCKED -> CLOSED [label="KEY"]
// expect: }
// expect: 1286

SM :: #import "State_Machine"
Door :: enum
    OPEN
    CLOSED
    LOCKED
end
Event :: enum
    PUSH
    PULL
    KEY = 5
end
DOOR :: #run SM.build{Door, Event}(.OPEN, {
    {.OPEN, .PUSH, .CLOSED},
    {.CLOSED, .PULL, .OPEN},
    {.CLOSED, .KEY, .LOCKED},
    {.LOCKED, .KEY, .CLOSED}
})
Num :: enum {u8}
    START = 3
    SIGN
    DIGITS
    POINT
    FRACTION
end
NUM :: #run SM.build_bytes{Num}(.START, {
    {.START, "+\\-", .SIGN},
    {.START, "0-9", .DIGITS},
    {.SIGN, "0-9", .DIGITS},
    {.DIGITS, "0-9", .DIGITS},
    {.DIGITS, ".", .POINT},
    {.POINT, "0-9", .FRACTION},
    {.FRACTION, "0-9", .FRACTION}
}, {.DIGITS, .FRACTION})
go :: (d: Door, e: Event) -> Door #no-inline => DOOR.after(d, e)
main :: ()
    d := DOOR.start
    d = go(d, .PUSH)
    print("{} {} {}\n", d, DOOR.step(d, .PUSH), DOOR.step(d, .KEY))
    print("{}\n", DOOR.run({.PUSH, .KEY, .KEY, .PULL}))
    for t in Array{String, _}{"12", "-3.14", "-", "1x2", "x", "", "1."}
        print("{} {} ", NUM.matches(t), NUM.longest(t))
    end
    print("\n{}{}", NUM.to_dot(), DOOR.to_dot())
    print("{}\n", size_of(SM.State_Machine{Num, u8}))
end
