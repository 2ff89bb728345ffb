// error-line: 5
// error-code: E0803
// error-mentions: without a symbol

getpid :: () -> i32 #foreign ""
main :: ()
    print("{}\n", getpid())
end
