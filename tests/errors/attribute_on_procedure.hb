// error-line: 5
// error-code: E0802
// error-mentions: procedure

f :: () -> Int #packed
    return 3
end
main :: ()
    print("{}\n", f())
end
