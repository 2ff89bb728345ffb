//! Sets: the keys of a `Map` without values.
//!
//! ```
//! seen := Set.set{String}()
//! defer seen.destroy()
//! seen.insert("a")                      // => true
//! seen.insert("a")                      // => false
//! for name in seen
//!     print("{}\n", name)               // => a
//! end
//! ```
//!
//! What `Map` says about keys, seeds, order and memory holds here too.

Map :: #import "Map"

Set :: struct {T}
    map: Map.Map{T, Nothing}
end

/// The value of a key that has none; it takes no room.
Nothing :: struct
end

/// An empty set over the current allocator. A seed other than 0 makes its order the same in every run.
set :: {T}(seed: u64 = 0) -> Set{T} => Set{T}{Map.map{T, Nothing}(seed)}

/// The set of some elements.
set_of :: {T}(elements: Slice{T}) -> Set{T}
    result := set{T}()
    result.reserve(elements.length)
    for element in elements
        result.insert(element)
    end
    return result
end

/// Puts an element in; says whether it is new.
insert :: {T}(s: Pointer{Set{T}}, element: T) -> Bool => Map.insert(&s.map, element, Nothing{})

/// Takes an element out; says whether it was there.
remove :: {T}(s: Pointer{Set{T}}, element: T) -> Bool
    if _nothing := Map.remove(&s.map, element)
        return true
    end
    return false
end

contains :: {T}(s: Pointer{Set{T}}, element: T) -> Bool => Map.contains(&s.map, element)

length :: {T}(s: Pointer{Set{T}}) -> Int => s.map.length

reserve :: {T}(s: Pointer{Set{T}}, additional: Int)
    Map.reserve(&s.map, additional)
end

clear :: {T}(s: Pointer{Set{T}})
    Map.clear(&s.map)
end

destroy :: {T}(s: Pointer{Set{T}})
    Map.destroy(&s.map)
end

/// A set with the same elements over the current allocator.
copy :: {T}(s: Pointer{Set{T}}) -> Set{T} => Set{T}{Map.copy(&s.map)}

/// Takes out all elements that do not satisfy the condition.
retain :: {T}(s: Pointer{Set{T}}, keep: #closure (element: T) -> Bool)
    Map.retain(&s.map, [&keep] (element: T, _nothing: Nothing) -> Bool => keep(element))
end

/// What is in one of them or in both.
union_of :: {T}(a: Pointer{Set{T}}, b: Pointer{Set{T}}) -> Set{T}
    result := copy(a)
    for element in b@
        insert(&result, element)
    end
    return result
end

/// What is in both.
intersection :: {T}(a: Pointer{Set{T}}, b: Pointer{Set{T}}) -> Set{T}
    result := set{T}()
    for element in a@
        if contains(b, element)
            insert(&result, element)
        end
    end
    return result
end

/// What is in the first and not in the second.
difference :: {T}(a: Pointer{Set{T}}, b: Pointer{Set{T}}) -> Set{T}
    result := set{T}()
    for element in a@
        if !contains(b, element)
            insert(&result, element)
        end
    end
    return result
end

/// Whether the second has all that the first has.
is_subset :: {T}(a: Pointer{Set{T}}, b: Pointer{Set{T}}) -> Bool
    for element in a@
        if !contains(b, element)
            return false
        end
    end
    return true
end

equal :: {T}(a: Pointer{Set{T}}, b: Pointer{Set{T}}) -> Bool
    return a.map.length == b.map.length && is_subset(a, b)
end

in :: #operator {T}(element: T, s: Set{T}) -> Bool
    copy := s
    return contains(&copy, element)
end

iterate :: {T}(s: Pointer{Set{T}}) -> Map.Keys{T, Nothing} => Map.keys(&s.map)

format :: {T}(out: Pointer{Writer}, s: Pointer{Set{T}}, _spec: Format_Spec)
    write(out, "{")
    first := true
    for element in s@
        if !first
            write(out, ", ")
        end
        first = false
        format(out, &element, Format_Spec{kind = .DEBUG})
    end
    write(out, "}")
end
