// error-line: 4
// error-code: E0208
// error-mentions: the type of the parameter `F` leads to itself
Fn :: struct {F: (f: Fn{F}) -> Int}
    y: Int
end
double :: (x: Int) -> Int => 2 * x
main :: ()
    print("{}\n", Fn{double}{21}.y)
end
