// error-line: 8
// error-code: E0204
// error-mentions: hands it on

Other :: #import "Other"

main :: () -> Int
    return Other.Inner.value()
end
