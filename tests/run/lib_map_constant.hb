// expect: 25 30 7 10
// expect: 25 25 10
// expect: some(16) none 9 none
// expect: 16 3 3 10
// expect: 9 0 8 2

// A map that is a constant, or that the compiler has filled for a variable, can be changed behind a variable of the program; the constant stays.

#import "Map"

squares :: () -> Map{Int, Int}
    m := map{Int, Int}()
    for i in 0..<10
        m[i] = i * i
    end
    return m
end

SQUARES :: #run squares()
known := #run squares()

main :: ()
    a := SQUARES
    before := a[5]
    a[5] = 30
    b := SQUARES
    b[5] = 7
    print("{} {} {} {}\n", before, a[5], b[5], b.length)
    c := SQUARES
    print("{} {} {}\n", c[5], c.entry(5)@, c.length)
    gone := c.remove(4)
    print("{} {} {} {}\n", gone, c.get(4), c.length, c.get(11))
    d := SQUARES
    d.retain([] (key: Int, _value: Int) -> Bool => key % 4 == 0)
    e := SQUARES
    print("{} {} {} {}\n", d[4], d.length, e.remove(11) or_else 3, e.length)
    // a variable's own
    known[3] += 0
    _ = known.remove(0)
    known.insert(2, 8)
    f := SQUARES
    f.clear()
    f[1] = 2
    print("{} {} {} {}\n", known.length, known[0], known[2], f[1])
end
