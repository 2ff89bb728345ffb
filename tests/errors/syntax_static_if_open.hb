// error-line: 5
// error-code: E0117
// error-mentions: `#if`

#if Build.OS == "linux"
X :: 3
main :: ()
    print("{}\n", X)
end
