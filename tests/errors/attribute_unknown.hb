// error-line: 5
// error-code: E0801
// error-mentions: `#inlined`

f :: () #inlined
end
main :: ()
    f()
end
