// expect: 5.0 [5]
// expect: 10.0 [5, 15]
// expect: 5.0 [5, 15, 1]
// expect: 4.0 [15, 1, 3]
// expect: 5.0 [1, 3, 8]
// expect: 6.0 [3, 8, 7]
// expect: 7.0 [8, 7, 9]
// expect: 6.0 [7, 9, 2]

// the median of a stream: the lower half in a heap of negatives, the upper in another

Heap :: #import "Heap"
Ring :: #import "Ring"

Median :: struct
    lower, upper: Heap.Heap{Int}
end

add :: (m: Pointer{Median}, x: Int)
    if m.lower.length() > 0 && x > -(m.lower.peek() or_else 0)
        m.upper.push(x)
    else
        m.lower.push(-x)
    end
    if m.lower.length() > m.upper.length() + 1
        m.upper.push(-(m.lower.pop() or_else 0))
    else if m.upper.length() > m.lower.length()
        m.lower.push(-(m.upper.pop() or_else 0))
    end
end

median :: (m: Pointer{Median}) -> f64
    low := -(m.lower.peek() or_else 0)
    if m.lower.length() > m.upper.length()
        return f64(low)
    end
    return (f64(low) + f64(m.upper.peek() or_else 0)) / 2.0
end

main :: ()
    m: Median
    last: Ring.Ring{Int, 3}
    for x in Array{Int, _}{5, 15, 1, 3, 8, 7, 9, 2}
        m.add(x)
        last.push(x)
        print("{} {}\n", m.median(), last)
    end
end
