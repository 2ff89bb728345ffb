// error-line: 7
// error-code: E0106
// error-mentions: `::`

M :: #import "Math"
main :: ()
    print("{}\n", M::sqrt(4.0))
end
