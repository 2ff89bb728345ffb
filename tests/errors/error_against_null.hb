// error-line: 7
// error-code: E0308
// error-mentions: there is no operator `!=` for `Os.Error` and `null`
Fs :: #import "Fs"
main :: () -> Int
    text, error := Fs.read_text("notes.txt")
    if error != null
        return 1
    end
    print("{}", text)
    return 0
end
