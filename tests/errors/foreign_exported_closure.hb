// error-line: 5
// error-code: E0803
// error-mentions: #closure

each :: (f: #closure (x: Int)) #export
    f(3)
end
main :: ()
end
