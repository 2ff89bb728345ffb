// expect: [-1, 0, 1, 9, 16, 25] 3
// expect: 1006 -1 998
// expect: 4 z c
// expect: 1 3 4 5 7 9 
// expect: true false 6
// expect: true true

List :: #import "List"
Deque :: #import "Deque"
Heap :: #import "Heap"
Bit_Set :: #import "Bit_Set"
Ring :: #import "Ring"

// Every container goes through the compiler, and on at run time.

squares :: (n: Int) -> List.List{Int}
    l := List.list{Int}()
    for i in 0..<n
        l.append(i * i)
    end
    l.insert(0, -1)
    l.remove(3)
    return l
end

queue :: () -> Deque.Deque{String}
    d := Deque.deque{String}()
    d.push_back("b")
    d.push_front("a")
    d.push_back("c")
    return d
end

tasks :: () -> Heap.Heap{Int}
    h := Heap.heap{Int}()
    for n in Array{Int, _}{5, 3, 9, 1, 7}
        h.push(n)
    end
    return h
end

evens :: () -> Bit_Set.Bit_Set
    s := Bit_Set.bit_set()
    for i in 0..<100
        if i % 7 == 0
            s.insert(i)
        end
    end
    return s
end

last_four :: () -> Ring.Ring{Int, 4}
    r: Ring.Ring{Int, 4}
    for i in 0..<10
        r.push(i)
    end
    return r
end

list := #run squares(6)
FIXED :: #run squares(3)
deque := #run queue()
heap := #run tasks()
bits := #run evens()
ring := #run last_four()

main :: ()
    print("{} {}\n", list.items(), FIXED.length)
    for i in 0..<1000
        list.append(i)
    end
    print("{} {} {}\n", list.length, list[0], list[1004])
    list.destroy()
    deque.push_front("z")
    print("{} {} {}\n", deque.length, deque[0], deque[3])
    heap.push(4)
    while n := heap.pop()
        print("{} ", n)
    end
    print("\n{} {} {}\n", 49 in bits, 50 in bits, ring[0])
    bits.insert(5000)
    print("{} {}\n", 5000 in bits, 98 in bits)
end
