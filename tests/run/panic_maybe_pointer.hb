// expect-status: 134
// expect: 5
// expect-error: panic: member `some` is not the current one, `none` is

// a `Maybe` of a pointer has no tag, and names what it holds all the same

main :: () -> Int
    n := 5
    p: Maybe{Pointer{Int}} = &n
    print("{}\n", p.some@)
    p = none
    return p.some@
end
