#import "List"
L := #run make_list()
make_list :: () -> List{Int}
    l: List{Int}
    for i in 1..=3
        l.append(i)
    end
    return l
end
run :: ()
    print("{} ", L)
    L.append(4)
    print("{}\n", L)
end
