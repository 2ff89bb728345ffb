// error-line: 5
// error-code: E0803
// error-mentions: `..T`

printf :: (format: CString, values: ..Any) -> i32 #foreign
main :: ()
    printf("%d\n", 3)
end
