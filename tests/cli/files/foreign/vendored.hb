vendor :: #foreign-library "twice"
twice :: (x: i32) -> i32 #foreign vendor
main :: ()
    print("{}\n", twice(21))
end
