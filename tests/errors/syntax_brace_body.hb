// error-line: 4
// error-code: E0107

main :: () {
    print("hi\n")
}
