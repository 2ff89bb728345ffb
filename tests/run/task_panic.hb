// eval: no, the interpreter has one thread
// expect: before
// expect: first group: caught
// expect: cancelled before the end: true
// expect-error: panic: index 3 is out of range for length 3
// expect-error: panic: a task has panicked: index 3 is out of range for length 3
// expect-status: 134

Atomic :: #import "Atomic"
Task :: #import "Task"
Thread :: #import "Thread"

fail :: (n: Int)
    numbers := make_slice{Int}(3)
    numbers[n] = 1
end

done: Int

wait_long :: (n: Int) -> Bool
    for _ in 0..<200
        if Task.is_cancelled()
            return true
        end
        Thread.sleep(0.001)
    end
    Atomic.add(&done, 1)
    return n == 0
end

give_up :: (_n: Int) -> Bool
    return false
end

run_in_thread :: () -> Bool
    group := Task.group()
    for i in 0..<4
        group.spawn(fail, i)
    end
    return group.wait()
end

main :: ()
    print("before\n")
    // a group's panic is its owner's, here a thread's
    if _x := Thread.spawn(run_in_thread_with, 0).try_join()
        print("nothing happened\n")
    else
        print("first group: caught\n")
    end
    group := Task.group()
    for i in 0..<50
        group.spawn(wait_long, i)
    end
    group.spawn(give_up, 1)
    group.wait()
    print("cancelled before the end: {}\n", done < 50)
    Task.parallel_for(0, 10, (i: Int)
        if i == 5
            fail(3)
        end
    end)
    print("not here\n")
end

run_in_thread_with :: (_n: Int) -> Bool => run_in_thread()
