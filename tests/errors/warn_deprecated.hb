// warning-line: 28
// warning-code: W0009
// warning-mentions: `Old`
// warning-line: 32
// warning-code: W0009
// warning-mentions: `old`
// warning-line: 33
// warning-code: W0009
// warning-mentions: `LIMIT`
// warning-line: 34
// warning-code: W0009
// warning-mentions: `Old_Pair`

old :: () -> Int #deprecated "use `new_one`"
    return 4
end
old :: (n: Int) -> Int
    return n
end
LIMIT :: 100 #deprecated
Old :: struct #deprecated "gone in version 2"
    x: Int
end
Old_Pair :: struct {T} #deprecated
    a, b: T
end

size :: (o: Old) -> Int
    return o.x
end
main :: () -> Int
    n := old() + old(1)
    n += LIMIT
    p: Old_Pair{Int}
    return n + p.a
end
