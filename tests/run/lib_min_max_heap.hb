// expect: ok

// both ends of heaps that are made in both ways, against sorted slices

#import "Min_Max_Heap"
Random :: #import "Random"
Sort :: #import "Sort"
main :: ()
    r := Random.random(7)
    for round in 0..<300
        n := r.below(60)
        values := make_slice{Int}(n)
        for &v in values
            v = r.below(40)
        end
        h := min_max_heap_of(values)
        if round % 2 == 0
            h.clear()
            for v in values
                h.push(v)
            end
        end
        sorted := values
        Sort.sort(sorted)
        low, high := 0, n - 1
        while low <= high
            assert((h.peek_min() or_else -1) == sorted[low])
            assert((h.peek_max() or_else -1) == sorted[high])
            if r.chance(0.5)
                assert((h.pop_min() or_else -1) == sorted[low])
                low += 1
            else
                assert((h.pop_max() or_else -1) == sorted[high])
                high -= 1
            end
        end
        assert(h.pop_min() == none)
        h.destroy()
        delete(values)
    end
    print("ok\n")
end
