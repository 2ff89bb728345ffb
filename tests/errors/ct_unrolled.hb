// error-line: 9
// error-code: E0602
// error-mentions: more than 4194304 expressions are unrolled
main :: ()
    n := 0
    #for a in 0..<80
    #for b in 0..<80
    #for c in 0..<80
    #for d in 0..<80
        n += a + b + c + d
    #end
    #end
    #end
    #end
    print("{}\n", n)
end
