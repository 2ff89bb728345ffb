// error-line: 9
// error-code: E0301
// error-mentions: no result

f :: ()
    print("x\n")
end
main :: ()
    x := f()
    print("{}\n", x)
end
