//! Shortest paths through a railway network, by Dijkstra's algorithm over a heap that works for every type and every order.

#import "List"

// ---- A heap: the least element first, by an order that is part of the type.

Heap :: struct {T, LESS: (a: T, b: T) -> Bool}
    items: List{T}
end

push :: {T, LESS: (a: T, b: T) -> Bool}(heap: Pointer{Heap{T, LESS}}, x: T)
    heap.items.append(x)
    at := heap.items.length - 1
    while at > 0
        parent := (at - 1) / 2
        if !LESS(heap.items[at], heap.items[parent])
            break
        end
        heap.items[at], heap.items[parent] = heap.items[parent], heap.items[at]
        at = parent
    end
end

/// The least element, which leaves the heap.
pop :: {T, LESS: (a: T, b: T) -> Bool}(heap: Pointer{Heap{T, LESS}}) -> Maybe{T}
    if heap.items.length == 0
        return none
    end
    least := heap.items[0]
    last := heap.items.pop()
    if heap.items.length > 0
        heap.items[0] = last
        sink(heap)
    end
    return least
end

sink :: {T, LESS: (a: T, b: T) -> Bool}(heap: Pointer{Heap{T, LESS}})
    at := 0
    while true
        least := at
        for child in 2 * at + 1..=2 * at + 2
            if child < heap.items.length && LESS(heap.items[child], heap.items[least])
                least = child
            end
        end
        if least == at
            return
        end
        heap.items[at], heap.items[least] = heap.items[least], heap.items[at]
        at = least
    end
end

// ---- A graph

Edge :: struct
    to: Int
    minutes: Int
end

Graph :: struct
    names: List{String}
    edges: List{List{Edge}}
end

node :: (g: Pointer{Graph}, name: String) -> Int
    for known, i in g.names.items()
        if known == name
            return i
        end
    end
    g.names.append(name)
    g.edges.append({})
    return g.names.length - 1
end

connect :: (g: Pointer{Graph}, a: String, b: String, minutes: Int)
    from, to := g.node(a), g.node(b)
    g.edges[from].append({to, minutes})
    g.edges[to].append({from, minutes})
end

Visit :: struct
    node, distance: Int
end

nearer :: (a: Visit, b: Visit) -> Bool => a.distance < b.distance || a.distance == b.distance && a.node < b.node

Path :: struct
    minutes: Int
    nodes: List{Int}
end

shortest_path :: (g: Pointer{Graph}, from: Int, to: Int) -> Maybe{Path}
    distances := make_slice{Maybe{Int}}(g.names.length)
    defer delete(distances)
    previous := make_slice{Int}(g.names.length)
    defer delete(previous)
    open: Heap{Visit, nearer}
    defer open.items.destroy()

    distances[from] = 0
    open.push({from, 0})
    while visit := open.pop()
        if visit.node == to
            break
        end
        if visit.distance > distances[visit.node].some
            continue                                      // a shorter way was found meanwhile
        end
        for edge in g.edges[visit.node].items()
            distance := visit.distance + edge.minutes
            known := distances[edge.to] or_else distance + 1
            if distance < known
                distances[edge.to] = distance
                previous[edge.to] = visit.node
                open.push({edge.to, distance})
            end
        end
    end

    path := Path{minutes = distances[to] or_return}
    at := to
    while at != from
        path.nodes.insert(0, at)
        at = previous[at]
    end
    path.nodes.insert(0, from)
    return path
end

show_path :: (g: Pointer{Graph}, a: String, b: String)
    if path := shortest_path(g, g.node(a), g.node(b))
        print("{:>3} minutes: ", path.minutes)
        for at, i in path.nodes.items()
            print("{}{}", ifx i > 0 => " - " else => "" end, g.names[at])
        end
        print("\n")
        path.nodes.destroy()
    else
        print("there is no way from {} to {}\n", a, b)
    end
end

main :: () -> Int
    g: Graph
    g.connect("Hamburg", "Berlin", 103)
    g.connect("Hamburg", "Hannover", 75)
    g.connect("Hannover", "Berlin", 94)
    g.connect("Hannover", "Frankfurt", 139)
    g.connect("Hannover", "Leipzig", 157)
    g.connect("Berlin", "Leipzig", 74)
    g.connect("Leipzig", "Nürnberg", 114)
    g.connect("Frankfurt", "Nürnberg", 123)
    g.connect("Frankfurt", "München", 192)
    g.connect("Nürnberg", "München", 62)
    g.connect("Palermo", "Messina", 180)
    show_path(&g, "Hamburg", "München")
    show_path(&g, "Berlin", "Frankfurt")
    show_path(&g, "Leipzig", "Leipzig")
    show_path(&g, "Berlin", "Palermo")

    // the same heap with another order: longest word first
    words: Heap{String, (a: String, b: String) -> Bool => a.length > b.length}
    for word in Array{String, _}{"a", "heap", "of", "things"}
        words.push(word)
    end
    while word := words.pop()
        print("{} ", word)
    end
    print("\n")
    return 0
end
