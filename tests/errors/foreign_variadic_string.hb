// error-line: 9
// error-code: E0803
// error-mentions: `String`

printf :: (format: CString, ..) -> i32 #foreign

main :: ()
    name := "you"
    printf("hello %s\n", name)
end
