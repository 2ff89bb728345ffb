// error-line: 5
// error-code: E0604
// error-mentions: 4 bytes

#assert(size_of(Int) == 4, "an Int has 4 bytes")
main :: ()
    print("x\n")
end
