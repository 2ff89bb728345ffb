// Two threads and a counter, with and without an atomic operation.
Atomic :: #import "Atomic"
Thread :: #import "Thread"

counter: Int

count :: (is_atomic: *Bool)
    for _i in 0..<1000
        if is_atomic@
            Atomic.add(&counter, 1, .RELAXED)
        else
            counter += 1
        end
    end
end

main :: (arguments: Slice{String})
    is_atomic := arguments.length == 1
    one := Thread.spawn(count, &is_atomic)
    two := Thread.spawn(count, &is_atomic)
    one.join()
    two.join()
    if is_atomic
        print("{}\n", counter)
    end
end
