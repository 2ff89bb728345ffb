both :: #foreign-library ":libboth.a"
other :: (x: i32) -> i32 #foreign both
twice :: (x: i32) -> i32 #export "twice"
    return other(x)
end
main :: ()
    print("{}\n", twice(21))
end
