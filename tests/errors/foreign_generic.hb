// error-line: 5
// error-code: E0803
// error-mentions: cannot be generic

abs :: {T}(x: T) -> T #foreign
main :: ()
end
