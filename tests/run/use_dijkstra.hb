// expect: [0, 7, 9, 20, 20, 11, -1]

// shortest ways through a graph, by a heap of what is known so far

Heap :: #import "Heap"
List :: #import "List"

Edge :: struct
    to, length: Int
end

Reached :: struct
    distance, node: Int
end

< :: #operator (a: Reached, b: Reached) -> Bool => a.distance < b.distance

connect :: (graph: Slice{List.List{Edge}}, a: Int, b: Int, length: Int)
    graph[a].append(Edge{b, length})
    graph[b].append(Edge{a, length})
end

distances :: (graph: Slice{List.List{Edge}}, start: Int) -> Slice{Int}
    result := make_slice{Int}(graph.length)
    for &distance in result
        distance = -1
    end
    heap := Heap.heap{Reached}()
    defer heap.destroy()
    heap.push(Reached{0, start})
    while next := heap.pop()
        if result[next.node] >= 0
            continue
        end
        result[next.node] = next.distance
        for edge in graph[next.node]
            heap.push(Reached{next.distance + edge.length, edge.to})
        end
    end
    return result
end

main :: ()
    graph := make_slice{List.List{Edge}}(7)
    defer block
        for &edges in graph
            edges.destroy()
        end
        delete(graph)
    end
    connect(graph, 0, 1, 7)
    connect(graph, 0, 2, 9)
    connect(graph, 0, 5, 14)
    connect(graph, 1, 2, 10)
    connect(graph, 1, 3, 15)
    connect(graph, 2, 3, 11)
    connect(graph, 2, 5, 2)
    connect(graph, 3, 4, 6)
    connect(graph, 4, 5, 9)
    ways := distances(graph, 0)
    defer delete(ways)
    print("{}\n", ways)
end
