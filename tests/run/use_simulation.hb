// expect: 100 served, true at most in the queue, true waited

// customers and two counters: events by time, in a heap; the same in every run, for the seed is

Deque :: #import "Deque"
Heap :: #import "Heap"
Random :: #import "Random"

Kind :: enum
    ARRIVES
    LEAVES
end

Event :: struct
    time: Int
    number: Int
    kind: Kind
end

< :: #operator (a: Event, b: Event) -> Bool => ifx a.time != b.time => a.time < b.time else => a.number < b.number end

main :: ()
    r := Random.random(5)
    events := Heap.heap{Event}()
    waiting := Deque.deque{Int}()
    time := 0
    for i in 0..<100
        time += r.between(1, 5)
        events.push(Event{time, i, .ARRIVES})
    end
    free_counters, served, longest, total_wait := 2, 0, 0, 0
    while event := events.pop()
        match event.kind
        case .ARRIVES => waiting.push_back(event.time)
        case .LEAVES
            free_counters += 1
            served += 1
        end
        longest = max(longest, waiting.length)
        while free_counters > 0
            since := waiting.pop_front() or_break
            free_counters -= 1
            total_wait += event.time - since
            events.push(Event{event.time + r.between(3, 9), 1000 + served, .LEAVES})
        end
    end
    print("{} served, {} at most in the queue, {} waited\n", served, longest < 60, total_wait >= 0)
end
