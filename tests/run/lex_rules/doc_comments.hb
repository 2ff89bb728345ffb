//! module
/// doc of f
f :: () -> Int => 1
run :: ()
    print("{}\n", f())
end
