//! What tests expect. A test is a procedure with `#test`; `hubbubc test FILE.hb` runs those of a module, each in a process of its own.
//!
//! ```
//! Testing.expect_equal(1 + 2, 3)
//! Testing.expect_near(0.1 + 0.2, 0.3)
//! Testing.expect("b" < "a", "strings have an order")      // panic: strings have an order
//! ```
//!
//! What is not as expected is a panic at the place of the call, which ends the test.

/// Panics unless the condition holds.
/// ```
/// Testing.expect(1 < 2)
/// Testing.expect(2 < 1, "an order")                   // panic: expected: an order
/// ```
expect :: (condition: Bool, what: String = "the condition", location := #caller-location)
    if !condition
        panic_text(format("expected: {}", what), location)
    end
end

/// Panics unless both are equal.
/// ```
/// Testing.expect_equal("a", "a")
/// Testing.expect_equal(1 + 1, 3)                      // panic: expected 3, found 2
/// ```
expect_equal :: {T}(found: T, expected: T, location := #caller-location)
    if found != expected
        fail(found, expected, location)
    end
end

/// Panics unless both differ by at most the tolerance.
/// ```
/// Testing.expect_near(1.0 / 3.0, 0.333, tolerance = 0.001)
/// Testing.expect_near(1.0, 2.0)                       // panic: expected 2.0, found 1.0
/// ```
expect_near :: (found: f64, expected: f64, tolerance: f64 = 1e-9, location := #caller-location)
    if !(found - expected <= tolerance && expected - found <= tolerance)
        fail(found, expected, location)
    end
end

/// Panics unless both have equal elements in the same order.
expect_equal :: {T}(found: Slice{T}, expected: Slice{T}, location := #caller-location)
    if !equal(found, expected)
        fail(found, expected, location)
    end
end

fail :: {T}(found: T, expected: T, location: Source_Location) #private #cold
    panic_text(format("expected {:?}, found {:?}", expected, found), location)
end
