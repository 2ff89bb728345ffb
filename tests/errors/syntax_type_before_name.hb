// error-line: 6
// error-code: E0106
// error-mentions: behind its name

main :: ()
    int x = 3;
    print("{}\n", x)
end
