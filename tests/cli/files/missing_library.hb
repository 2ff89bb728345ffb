zip :: #foreign-library "zipzap"
zip_it :: (level: i32) -> i32 #foreign zip

main :: () -> Int
    return Int(zip_it(3))
end
