// error-line: 5
// error-code: E0803
// error-mentions: 2 results

div :: (a: i32, b: i32) -> (i32, i32) #foreign
main :: ()
    q, r := div(7, 2)
    print("{} {}\n", q, r)
end
