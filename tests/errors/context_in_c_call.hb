// error-line: 6
// error-code: E0116
// error-mentions: context

callback :: #c-call (x: i32) -> i32
    print("{}\n", x)
    return x
end
main :: ()
    print("{}\n", callback(3))
end
