// expect: [7, 4, 3, 1, 0] 15 [2, 4, 6]
#import "Sort"
#import "List"
sorted :: (n: Int) -> Slice{Int}
    xs := make_slice{Int}(n)
    for &x, i in xs
        x = (i * 7 + 3) % 10
    end
    calls := 0
    sort(xs, [&calls] (a: Int, b: Int) -> Bool
        calls += 1
        return a > b
    end)
    assert(calls > 0)
    return xs
end
total :: (xs: Slice{Int}) -> Int
    sum := 0
    each(xs, [&sum] (x: Int)
        sum += x
    end)
    return sum
end
each :: (xs: Slice{Int}, f: #closure (x: Int))
    for x in xs
        f(x)
    end
end
scaled :: (xs: Slice{Int}, by: Int) -> List{Int}
    out := list{Int}()
    each(xs, [by, &out] (x: Int)
        out.append(x * by)
    end)
    return out
end
XS :: #run sorted(5)
SUM :: total(XS)
TWICE :: #run scaled({1, 2, 3}, 2)
main :: ()
    print("{} {} {}\n", XS, SUM, TWICE)
end
