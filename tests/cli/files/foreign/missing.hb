nowhere :: #foreign-library "no-such-library"
first :: (x: i32) -> i32 #foreign nowhere
main :: () -> Int
    return Int(first(3))
end
