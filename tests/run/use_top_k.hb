// expect: 0 true

// the greatest three of a stream three ways: a heap that drops its smallest, both ends of a heap, a partial sort

Heap :: #import "Heap"
List :: #import "List"
Min_Max_Heap :: #import "Min_Max_Heap"
Random :: #import "Random"
Sort :: #import "Sort"

main :: ()
    r := Random.random(11)
    all := List.list{Int}()
    best := Heap.heap{Int}()
    both := Min_Max_Heap.min_max_heap{Int}()
    for _ in 0..<10_000
        x := r.below(1_000_000)
        all.append(x)
        if best.length() < 3
            best.push(x)
        else if (best.peek() or_else 0) < x
            best.replace(x)
        end
        both.push(x)
        if both.length() > 3
            both.pop_min()
        end
    end
    Sort.partial_sort(all.items(), 3, (a: Int, b: Int) -> Bool => b < a)
    for i in 0..<3
        a, b := best.pop() or_else -1, both.pop_min() or_else -2
        assert(a == b && a == all[2 - i])
    end
    print("{} {}\n", both.length(), all[0] > all[1] && all[1] > all[2] && all[2] > 999_000)
end
