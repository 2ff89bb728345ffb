#import "List"
run :: ()
    l: List{Int}
    for i in 1..=4
        l.append(i)
    end
    print("{}\n", l.items()[1..<3])
end
