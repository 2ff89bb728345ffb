// eval: no, the interpreter has one thread
// expect: 5006 5007 105 true

Thread :: #import "Thread"

local: Int = 5 #thread-local
zero: Array{Int, 100} #thread-local

use_local :: (n: Int) -> Int
    before := local
    local += n
    for &x in zero
        assert(x == 0)
        x = n
    end
    Thread.give_way()
    for x in zero
        assert(x == n)
    end
    return before * 1000 + local
end

main :: () -> Int
    a := Thread.spawn(use_local, 1)
    b := Thread.spawn(use_local, 2)
    local += 100
    x, y := a.join(), b.join()
    print("{} {} {} {}\n", x, y, local, zero[50] == 0)
    return 0
end
