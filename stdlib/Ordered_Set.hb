//! Sets that keep the order of insertion: the keys of an `Ordered_Map` without values.
//!
//! ```
//! names := Ordered_Set.ordered_set{String}()
//! defer names.destroy()
//! names.insert("b")
//! names.insert("a")
//! names.insert("b")
//! print("{}\n", names)                  // => {"b", "a"}
//! ```

Map :: #import "Ordered_Map"

Ordered_Set :: struct {T}
    map: Map.Ordered_Map{T, Nothing}
end

/// The value of an element; it takes no room.
Nothing :: struct
end

/// An empty set over the current allocator.
ordered_set :: {T}() -> Ordered_Set{T} => Ordered_Set{T}{Map.ordered_map{T, Nothing}()}

/// Puts an element behind all others, if it is new; says whether it is.
insert :: {T}(s: Pointer{Ordered_Set{T}}, element: T) -> Bool => Map.insert(&s.map, element, Nothing{})

/// Takes an element out; those behind it move up. Says whether it was there.
remove :: {T}(s: Pointer{Ordered_Set{T}}, element: T) -> Bool
    if _nothing := Map.remove(&s.map, element)
        return true
    end
    return false
end

/// Takes an element out; the last one takes its place. Says whether it was there.
swap_remove :: {T}(s: Pointer{Ordered_Set{T}}, element: T) -> Bool
    if _nothing := Map.swap_remove(&s.map, element)
        return true
    end
    return false
end

contains :: {T}(s: Pointer{Ordered_Set{T}}, element: T) -> Bool => Map.contains(&s.map, element)

/// The position of an element, or -1.
find_position :: {T}(s: Pointer{Ordered_Set{T}}, element: T) -> Int => Map.find_position(&s.map, element)

/// The element at a position.
at :: {T}(s: Pointer{Ordered_Set{T}}, position: Int) -> T => Map.at(&s.map, position).key

length :: {T}(s: Pointer{Ordered_Set{T}}) -> Int => s.map.length

clear :: {T}(s: Pointer{Ordered_Set{T}})
    Map.clear(&s.map)
end

destroy :: {T}(s: Pointer{Ordered_Set{T}})
    Map.destroy(&s.map)
end

/// Sorts the elements by `<`.
sort_elements :: {T}(s: Pointer{Ordered_Set{T}}) where has_operator(T, "<")
    Map.sort_keys(&s.map)
end

in :: #operator {T}(element: T, s: Ordered_Set{T}) -> Bool
    copy := s
    return contains(&copy, element)
end

/// A walk in order, behind `for`.
Walk :: struct {T}
    set: Pointer{Ordered_Set{T}}
    at: Int
end

iterate :: {T}(s: Pointer{Ordered_Set{T}}) -> Walk{T} => Walk{T}{s, 0}

next :: {T}(walk: Pointer{Walk{T}}) -> (T, Bool)
    if walk.at >= walk.set.map.length
        return T{}, false
    end
    walk.at += 1
    return walk.set.map.entries[walk.at - 1].key, true
end

format :: {T}(out: Pointer{Writer}, s: Pointer{Ordered_Set{T}}, _spec: Format_Spec)
    write(out, "{")
    for i in 0..<s.map.length
        if i > 0
            write(out, ", ")
        end
        format(out, &s.map.entries[i].key, Format_Spec{kind = .DEBUG})
    end
    write(out, "}")
end
