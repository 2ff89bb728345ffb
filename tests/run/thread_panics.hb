// eval: no, the interpreter has one thread
// expect: good 10, bad none, defers of the bad one: 0, of the good one: 1
// expect: own handler: true, joined again: false
// expect: the lock is free again: 5
// expect-error: panic: bad luck: 3
// expect-error: panic: null pointer

// a panic ends its thread and nothing else: try_join tells, its handler is called with its context, faults included; no defer runs in it

Thread :: #import "Thread"
#import "Mutex"

defers: Array{Int, 2}
handled: Int

Work :: struct
    guard: Mutex
    value: Int
end

run :: (n: Int) -> Int
    defer defers[ifx n == 3 => 1 else => 0 end] += 1
    if n == 3
        panic("bad luck: {}", n)
    end
    return n * 5
end

tell :: (_message: String, _location: Pointer{Source_Location})
    handled += Int(context.user_index)
end

follow :: (p: Pointer{Int}) -> Int => p@

locks :: (work: Pointer{Work})
    work.guard.lock()
    work.value += 5
    work.guard.unlock()
end

main :: ()
    good := Thread.spawn(run, 2)
    bad := Thread.spawn(run, 3)
    print("good {}, bad {}, defers of the bad one: {}, of the good one: {}\n", good.try_join() or_else 0, ifx bad.try_join() == none => "none" else => "some" end, defers[1], defers[0])
    with context{on_panic = tell, user_index = 7}
        t := Thread.spawn(follow, null)
        again := t.try_join() != none
        print("own handler: {}, joined again: {}\n", handled == 7, again)
    end
    work: Work
    t := Thread.spawn(locks, &work)
    t.join()
    locked := work.guard.try_lock()
    print("the lock is free again: {}\n", ifx locked => work.value else => 0 end)
end
