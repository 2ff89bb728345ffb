// Memory that one thread frees and another one gets is no race.

Thread :: #import "Thread"

Item :: struct
    next: Pointer{Item}
    value: Int
end

build :: (count: Int) -> Int
    total := 0
    for _ in 0..<100
        first: Pointer{Item}
        for i in 0..<count
            first = new(Item{first, i})
        end
        while first != null
            next := first.next
            total += ifx first.value == 0 => 1 else => 0 end
            free(first)
            first = next
        end
        large := make_slice{u8}(300_000)
        delete(large)
    end
    return total
end

main :: ()
    lists := 0
    for _ in 0..<4
        threads: Array{Thread.Thread{Int}, 4}
        for &t in threads
            t = Thread.spawn(build, 10)
        end
        for t in threads
            lists += t.join()
        end
    end
    print("{} lists, handed from thread to thread\n", lists)
end
