nowhere :: #foreign-library "no-such-library"
first :: (x: i32) -> i32 #foreign nowhere
main :: () -> Int
    print("nothing of it is reached\n")
    return 0
end
