// error-line: 9
// error-code: E0404
// error-mentions: integers
// error-line: 10
// error-code: E0404
// error-mentions: precision

main :: ()
    print("{:x}\n", "text")
    print("{:.2}\n", 3)
end
