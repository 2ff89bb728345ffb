// error-line: 5
// error-code: E0803
// error-mentions: cannot be exported

optind: i32 #foreign #export
main :: ()
    print("{}\n", optind)
end
