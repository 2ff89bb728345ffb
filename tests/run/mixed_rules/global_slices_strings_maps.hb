#import "Map"
s: Slice{Int} = {1, 2, 3}
t := "abc"
m := build()
build :: () -> Map{String, Int}
    r: Map{String, Int}
    r["a"] = 1
    r["b"] = 2
    return r
end
run :: ()
    print("{} {} {}\n", s.length, t, m["b"])
end
