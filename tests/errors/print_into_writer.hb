// error-line: 9
// error-code: E0401
// error-token: print
// error-mentions: `print_to` does
Fraction :: struct
    above, below: Int
end
format :: (out: Pointer{Writer}, x: Pointer{Fraction}, _spec: Format_Spec)
    out.print("{}/{}", x.above, x.below)
end
main :: ()
    print("{}\n", Fraction{1, 2})
end
