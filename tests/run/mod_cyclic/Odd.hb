#import "Even"

SEVEN :: 7

is_odd :: (n: Int) -> Bool
    if n == 0
        return false
    end
    return is_even(n - 1)
end

secret :: () -> String #private => "hidden"
