not_in_any_library :: (level: i32) -> i32 #foreign

main :: () -> Int
    return Int(not_in_any_library(3))
end
