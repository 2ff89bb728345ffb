#import "Map"
run :: ()
    m: Map{Int, Int}
    block
        defer m[1] = 5
    end
    print("{}\n", m[1])
end
