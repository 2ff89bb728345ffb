#import "Testing"

area :: (width: Int, height: Int) -> Int => width * height

main :: ()
    print("{}\n", area(2, 3))
end

areas :: () #test "an area is width times height"
    expect_equal(area(2, 3), 6)
end

wrong :: () #test
    print("before\n")
    expect_equal(area(2, 2), 5)
end

leaks :: () #test "memory comes back"
    xs := make_slice{Int}(4)
    expect_equal(xs.length, 4)
end
