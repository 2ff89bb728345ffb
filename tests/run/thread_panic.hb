// eval: no, the interpreter has one thread
// expect: handler: index 7 is out of range for length 3
// expect: the thread has panicked
// expect: handler: null pointer
// expect: no result
// expect: many: 0
// expect: handler: index 8 is out of range for length 3
// expect-error: panic: index 8 is out of range for length 3
// expect-error: has panicked: index 8 is out of range for length 3
// expect-status: 134

Thread :: #import "Thread"

Node :: struct
    value: Int
    next: Pointer{Node}
end

nobody: Pointer{Node}

fail :: (n: Int) -> Int
    numbers := make_slice{Int}(3)
    return numbers[n]
end

fail_null :: ()
    nobody.value = 1
end

tell :: (message: String, _location: Pointer{Source_Location})
    // what `join` says carries the number of the thread
    if message[0] != 't'
        print("handler: {}\n", message)
    end
end

silent :: (_message: String, _location: Pointer{Source_Location})
end

main :: () -> Int
    with context{on_panic = tell}
        t := Thread.spawn(fail, 7)
        if x := t.try_join()
            print("{}\n", x)
        else
            print("the thread has panicked\n")
        end
        if !Thread.spawn(fail_null).try_join()
            print("no result\n")
        end
        good := 0
        with context{on_panic = silent}
            for _ in 0..<10
                threads: Array{Thread.Thread{Int}, 4}
                for &thread in threads
                    thread = Thread.spawn(fail, 5)
                end
                for thread in threads
                    if _x := thread.try_join()
                        good += 1
                    end
                end
            end
        end
        print("many: {}\n", good)
        print("{}\n", Thread.spawn(fail, 8).join())
    end
    return 0
end
