// expect: mine theirs
// expect: 5 text(5) both
// expect: my max 9
// expect: 1 2
// expect: only here

// A module's own names hide imported ones and those of the Prelude; procedures join.

#import "Other"
O :: #import "Other"

NAME :: "mine"

show :: (x: Int) -> String => format("{}", x)

max :: (a: Int, b: Int, _note: String) -> Int
    print("my max ")
    return max(a, b)
end

local_only :: "only here"

main :: () -> Int
    print("{} {}\n", NAME, O.NAME)
    print("{} {} {}\n", show(5), show("5"), both())
    print("{}\n", max(4, 9, "note"))
    print("{} {}\n", O.count(), O.count())
    print("{}\n", local_only)
    return 0
end
