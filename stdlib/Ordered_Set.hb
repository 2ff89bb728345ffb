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
/// ```
/// names := Ordered_Set.ordered_set{String}()
/// names.insert("b")
/// names.insert("a")
/// names                           // => {"b", "a"}
/// ```
ordered_set :: {T}() -> Ordered_Set{T} => Ordered_Set{T}{Map.ordered_map{T, Nothing}()}

/// The set of some elements, in their order.
/// ```
/// Ordered_Set.ordered_set_of{Int}({3, 1, 3, 2})      // => {3, 1, 2}
/// ```
ordered_set_of :: {T}(elements: Slice{T}, location: Pointer{Source_Location} = #caller-location) -> Ordered_Set{T}
    result := ordered_set{T}()
    Map.reserve(&result.map, elements.length, location = location)
    for element in elements
        insert(&result, element, location = location)
    end
    return result
end

/// Puts an element behind all others, if it is new; says whether it is.
/// ```
/// names := Ordered_Set.ordered_set{String}()
/// names.insert("b")               // => true
/// names.insert("b")               // => false
/// ```
insert :: {T}(s: Pointer{Ordered_Set{T}}, element: T, location: Pointer{Source_Location} = #caller-location) -> Bool => Map.insert(&s.map, element, Nothing{}, location = location)

/// Takes an element out; those behind it move up. Says whether it was there.
/// ```
/// numbers := Ordered_Set.ordered_set_of{Int}({3, 1, 2})
/// numbers.remove(3)               // => true
/// numbers                         // => {1, 2}
/// ```
remove :: {T}(s: Pointer{Ordered_Set{T}}, element: T) -> Bool
    if _nothing := Map.remove(&s.map, element)
        return true
    end
    return false
end

/// Takes an element out; the last one takes its place. Says whether it was there.
/// ```
/// numbers := Ordered_Set.ordered_set_of{Int}({3, 1, 2})
/// numbers.swap_remove(3)          // => true
/// numbers                         // => {2, 1}
/// ```
swap_remove :: {T}(s: Pointer{Ordered_Set{T}}, element: T) -> Bool
    if _nothing := Map.swap_remove(&s.map, element)
        return true
    end
    return false
end

/// Whether an element is in it.
/// ```
/// Ordered_Set.ordered_set_of{Int}({3, 1}).contains(1)         // => true
/// ```
contains :: {T}(s: Pointer{Ordered_Set{T}}, element: T) -> Bool => Map.contains(&s.map, element)

/// The position of an element, or -1.
/// ```
/// Ordered_Set.ordered_set_of{Int}({3, 1}).find_position(1)    // => 1
/// ```
find_position :: {T}(s: Pointer{Ordered_Set{T}}, element: T) -> Int => Map.find_position(&s.map, element)

/// The element at a position.
/// ```
/// Ordered_Set.ordered_set_of{Int}({3, 1}).at(0)               // => 3
/// ```
at :: {T}(s: Pointer{Ordered_Set{T}}, position: Int, location: Pointer{Source_Location} = #caller-location) -> T => Map.at(&s.map, position, location = location).key

/// How many elements are in it.
/// ```
/// Ordered_Set.ordered_set_of{Int}({3, 1, 3}).length()         // => 2
/// ```
length :: {T}(s: Pointer{Ordered_Set{T}}) -> Int => s.map.length

/// Takes all elements out and keeps the memory.
/// ```
/// numbers := Ordered_Set.ordered_set_of{Int}({3, 1})
/// numbers.clear()
/// numbers.length()                // => 0
/// ```
clear :: {T}(s: Pointer{Ordered_Set{T}})
    Map.clear(&s.map)
end

/// Frees the memory; the set is empty and can be used again.
/// ```
/// numbers := Ordered_Set.ordered_set_of{Int}({3, 1})
/// defer numbers.destroy()
/// ```
destroy :: {T}(s: Pointer{Ordered_Set{T}})
    Map.destroy(&s.map)
end

/// A set with the same elements in the same order over the current allocator.
/// ```
/// numbers := Ordered_Set.ordered_set_of{Int}({3, 1})
/// more := numbers.copy()
/// more.insert(2)
/// numbers                         // => {3, 1}
/// ```
copy :: {T}(s: Pointer{Ordered_Set{T}}, location: Pointer{Source_Location} = #caller-location) -> Ordered_Set{T} => Ordered_Set{T}{Map.copy(&s.map, location = location)}

/// Takes out all elements that do not satisfy the condition; the others keep their order.
/// ```
/// numbers := Ordered_Set.ordered_set_of{Int}({3, 1, 2})
/// numbers.retain((x: Int) -> Bool => x > 1)
/// numbers                         // => {3, 2}
/// ```
retain :: {T}(s: Pointer{Ordered_Set{T}}, keep: #closure (element: T) -> Bool)
    Map.retain(&s.map, [&keep] (element: T, _nothing: Nothing) -> Bool => keep(element))
end

/// Sorts the elements by `<`.
/// ```
/// numbers := Ordered_Set.ordered_set_of{Int}({3, 1, 2})
/// numbers.sort_elements()
/// numbers                         // => {1, 2, 3}
/// ```
sort_elements :: {T}(s: Pointer{Ordered_Set{T}}) where has_operator(T, "<")
    Map.sort_keys(&s.map)
end

/// Sorts the elements: `less` says what comes before what. Equal ones keep their order.
/// ```
/// words := Ordered_Set.ordered_set_of{String}({"ccc", "a", "bb", "d"})
/// words.sort_elements((a: String, b: String) -> Bool => a.length < b.length)
/// words                           // => {"a", "d", "bb", "ccc"}
/// ```
sort_elements :: {T}(s: Pointer{Ordered_Set{T}}, less: #closure (a: T, b: T) -> Bool)
    Map.sort_entries(&s.map, [&less] (a: Map.Entry{T, Nothing}, b: Map.Entry{T, Nothing}) -> Bool => less(a.key, b.key))
end

/// Takes the last element.
/// ```
/// numbers := Ordered_Set.ordered_set_of{Int}({3, 1})
/// numbers.pop()                   // => some(1)
/// ```
pop :: {T}(s: Pointer{Ordered_Set{T}}) -> Maybe{T}
    if entry := Map.pop(&s.map)
        return some(entry.key)
    end
    return none
end

/// The elements of either, those of `a` first, in a new set over the current allocator.
/// ```
/// a, b := Ordered_Set.ordered_set_of{Int}({3, 1}), Ordered_Set.ordered_set_of{Int}({2, 3})
/// Ordered_Set.union_of(&a, &b)    // => {3, 1, 2}
/// ```
union_of :: {T}(a: Pointer{Ordered_Set{T}}, b: Pointer{Ordered_Set{T}}) -> Ordered_Set{T}
    result := copy(a)
    for element in b@
        insert(&result, element)
    end
    return result
end

/// The elements of `a` that `b` has as well, in a new set over the current allocator.
/// ```
/// a, b := Ordered_Set.ordered_set_of{Int}({3, 1}), Ordered_Set.ordered_set_of{Int}({2, 3})
/// Ordered_Set.intersection(&a, &b)          // => {3}
/// ```
intersection :: {T}(a: Pointer{Ordered_Set{T}}, b: Pointer{Ordered_Set{T}}) -> Ordered_Set{T} => chosen(a, b, true)

/// The elements of `a` that `b` does not have, in a new set over the current allocator.
/// ```
/// a, b := Ordered_Set.ordered_set_of{Int}({3, 1}), Ordered_Set.ordered_set_of{Int}({2, 3})
/// Ordered_Set.difference(&a, &b)            // => {1}
/// ```
difference :: {T}(a: Pointer{Ordered_Set{T}}, b: Pointer{Ordered_Set{T}}) -> Ordered_Set{T} => chosen(a, b, false)

chosen :: {T}(a: Pointer{Ordered_Set{T}}, b: Pointer{Ordered_Set{T}}, is_in_both: Bool) -> Ordered_Set{T} #private
    result := ordered_set{T}()
    for element in a@
        if contains(b, element) == is_in_both
            insert(&result, element)
        end
    end
    return result
end

/// Whether `other` has all elements.
/// ```
/// a, b := Ordered_Set.ordered_set_of{Int}({3}), Ordered_Set.ordered_set_of{Int}({2, 3})
/// a.is_subset(&b)                 // => true
/// ```
is_subset :: {T}(s: Pointer{Ordered_Set{T}}, other: Pointer{Ordered_Set{T}}) -> Bool
    for element in s@
        if !contains(other, element)
            return false
        end
    end
    return true
end

/// Whether an element is in it.
/// ```
/// numbers := Ordered_Set.ordered_set_of{Int}({3, 1, 2})
/// 4 in numbers                    // => false
/// ```
in :: #operator {T}(element: T, s: Ordered_Set{T}) -> Bool
    copy := s
    return contains(&copy, element)
end

/// A walk in order, behind `for`.
Walk :: struct {T}
    set: Pointer{Ordered_Set{T}}
    at: Int
end

/// What `for element in set` goes over.
/// ```
/// for x in Ordered_Set.ordered_set_of{Int}({3, 1})
///     print("{}\n", x)
/// end
/// // => 3
/// // => 1
/// ```
iterate :: {T}(s: Pointer{Ordered_Set{T}}) -> Walk{T} => Walk{T}{s, 0}

/// The next element of a walk; the last value says whether there is one.
/// ```
/// numbers := Ordered_Set.ordered_set_of{Int}({3, 1})
/// walk := numbers.iterate()
/// while x := walk.next()
///     print("{}\n", x)
/// end
/// // => 3
/// // => 1
/// ```
next :: {T}(walk: Pointer{Walk{T}}) -> (T, Bool)
    if walk.at >= walk.set.map.length
        return T{}, false
    end
    walk.at += 1
    return walk.set.map.entries[walk.at - 1].key, true
end

Backwards :: struct {T}
    walk: Walk{T}
end

/// What `for element in reverse(set)` goes over: the last one first.
/// ```
/// for x in reverse(Ordered_Set.ordered_set_of{Int}({3, 1}))
///     print("{}\n", x)
/// end
/// // => 1
/// // => 3
/// ```
iterate_backwards :: {T}(s: Pointer{Ordered_Set{T}}) -> Backwards{T} => Backwards{T}{Walk{T}{s, s.map.length}}

next :: {T}(backwards: Pointer{Backwards{T}}) -> (T, Int, Bool)
    walk := &backwards.walk
    walk.at = min(walk.at, walk.set.map.length) - 1
    return ifx walk.at < 0 => T{} else => walk.set.map.entries[walk.at].key end, walk.at, walk.at >= 0
end

/// How `print` shows a set.
/// ```
/// print("{}\n", Ordered_Set.ordered_set_of{Int}({3, 1}))      // => {3, 1}
/// ```
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
