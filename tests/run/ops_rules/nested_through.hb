#import "List"
run :: ()
    l: List{List{Int}}
    l.append({})
    l[0].append(3)
    l[0][0] *= 3
    print("{}\n", l[0][0])
end
