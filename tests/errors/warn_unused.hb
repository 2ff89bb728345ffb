// warning-line: 27
// warning-code: W0003
// warning-line: 33
// warning-code: W0002
// warning-mentions: `unused`
// warning-line: 35
// warning-code: W0004
// warning-line: 38
// warning-code: W0001
// warning-mentions: `x`
// warning-line: 41
// warning-code: W0005
// warning-mentions: `y`
// warning-line: 44
// warning-code: W0007
// warning-line: 45
// warning-code: W0007
// warning-line: 46
// warning-code: W0001
// warning-mentions: `e`
// warning-line: 49
// warning-code: W0004
// warning-line: 51
// warning-code: W0001
// warning-mentions: `i`

Math :: #import "Math"
Err :: enum #error
    OK
    BAD
end
fails :: () -> (Int, Err) => fails()
f :: (used: Int, unused: Int, _fine: Int) -> Int
    return used
    print("never\n")
end
main :: () -> Int
    x := 3
    y := 4
    if y > 3
        y := 5
        print("{}\n", y)
    end
    fails()
    lone()
    n, e := fails()
    while n > 3
        continue
        print("never\n")
    end
    for i in 0..<3 print("a\n") end
    return f(y, 2, n)
end
lone :: () -> Err => .BAD
