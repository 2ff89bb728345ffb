// warning-line: 7
// warning-code: W0006
// warning-line: 7
// warning-code: W0006
// warning-line: 8
// warning-code: W0006
labs :: (n: int) -> int #foreign
frexp :: (x: f64, exponent: *int) -> f64 #foreign
main :: ()
    exponent: i64
    print("{} {}\n", labs(-3), frexp(0.5, &exponent))
end
