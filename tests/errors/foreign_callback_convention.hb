// error-line: 6
// error-code: E0803
// error-mentions: (Pointer{Void}, Pointer{Void}) -> i32

// Forgotten: `#c-call` before the parameters of the callback.
qsort :: (base: *void, count: u64, size: u64, compare: (a: *void, b: *void) -> i32) #foreign
main :: ()
end
