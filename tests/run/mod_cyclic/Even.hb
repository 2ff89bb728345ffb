//! One half of two modules that import each other.

#import "Odd"

FORTY_TWO :: SEVEN * 6

is_even :: (n: Int) -> Bool
    if n == 0
        return true
    end
    return is_odd(n - 1)
end
