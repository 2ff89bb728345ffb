// error-line: 8
// error-code: E0401
// error-mentions: `show`

show :: (x: Int) => print("{}\n", x)
show :: (x: String) => print("{}\n", x)
main :: ()
    show(2.5)
end
