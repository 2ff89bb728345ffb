#import "Map"
ap :: (f: #closure (x: Int)) => f(7)
run :: ()
    m: Map{Int, Int}
    ap([&m] (x: Int) => m[1] = x)
    print("{}\n", m[1])
end
