// error-line: 5
// error-code: E0206
// error-mentions: `..`

#import "../Secret"
main :: ()
    print("x\n")
end
