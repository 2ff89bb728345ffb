// error-line: 5
// error-code: E0803
// error-mentions: with a value

optind: i32 = 1 #foreign
main :: ()
    print("{}\n", optind)
end
