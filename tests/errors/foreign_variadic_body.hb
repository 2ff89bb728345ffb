// error-line: 5
// error-code: E0803
// error-mentions: with a body

sum :: #c-call (count: i32, ..) -> i32
    return count
end
main :: ()
    print("{}\n", sum(1))
end
