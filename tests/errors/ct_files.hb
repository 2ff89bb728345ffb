// error-line: 5
// error-code: E0601
// error-mentions: cannot reach files
Fs :: #import "Fs"
V :: #run text()
text :: () -> String
    t, _ := Fs.read_text("/etc/hostname")
    return t
end
main :: () => print("{}\n", V)
