// expect: [1, 2, 3] 6 3 [9, 8] [Point{x = 1, y = 2}, Point{x = 0, y = 9}]
// expect: 0 1 2 5 
// A slice that is written at top level lives as long as the program, whatever its elements take to compute.
Point :: struct
    x, y: Int
end
one :: () -> Int => 1
XS: Slice{Int} : {one(), 2, one() + 2}
ys: Slice{Int} = {one() + 8, 8}
POINTS: Slice{Point} : {{one(), 2}, {0, 9}}
sum :: (xs: Slice{Int}) -> Int
    total := 0
    for x in xs
        total += x
    end
    return total
end
SUM :: #run sum({1, 2, one() + 2})
Holder :: struct
    items: Slice{Slice{Int}}
end
HOLDER :: Holder{{{one(), 2}, {one()}}}
tail :: (xs: Slice{Int}) -> Slice{Int} => xs[1..]
MIDDLE :: #run tail({0, one(), 2, 5})
main :: ()
    print("{} {} {} {} {}\n", XS, SUM, HOLDER.items[0].length + HOLDER.items[1].length, ys, POINTS)
    print("0 ")
    for x in MIDDLE
        print("{} ", x)
    end
    print("\n")
end
