// expect: [1, 2, 3] [1, 2, 3, 4] 4 104 {"a": 1, "b": 2}
#import "List"
#import "Ordered_Map"
make :: () -> List{Int}
    xs := list{Int}()
    for i in 1..=3
        xs.append(i)
    end
    return xs
end
table :: () -> Ordered_Map{String, Int}
    t := ordered_map{String, Int}()
    t["a"] = 1
    return t
end
FIXED :: #run make()
xs := #run make()
t := #run table()
main :: ()
    print("{} ", FIXED)
    xs.append(4)
    print("{} {} ", xs, xs.length)
    for i in 0..<100
        xs.append(i)
    end
    t["b"] = 2
    print("{} {:?}\n", xs.length, t)
    xs.destroy()
end
