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
/// ```
/// seen := Set.set{Int}()
/// seen.insert(3)                  // => true
/// ```
set :: {T}(seed: u64 = 0) -> Set{T} => Set{T}{Map.map{T, Nothing}(seed)}

/// The set of some elements.
/// ```
/// primes := Set.set_of{Int}({2, 3, 5, 3})
/// primes.length()                 // => 3
/// ```
set_of :: {T}(elements: Slice{T}, location: Pointer{Source_Location} = #caller-location) -> Set{T}
    result := set{T}()
    result.reserve(elements.length, location = location)
    for element in elements
        result.insert(element, location = location)
    end
    return result
end

/// Puts an element in; says whether it is new.
/// ```
/// seen := Set.set{String}()
/// seen.insert("a")                // => true
/// seen.insert("a")                // => false
/// ```
insert :: {T}(s: Pointer{Set{T}}, element: T, location: Pointer{Source_Location} = #caller-location) -> Bool => Map.insert(&s.map, element, Nothing{}, location = location)

/// Takes an element out; says whether it was there.
/// ```
/// primes := Set.set_of{Int}({2, 3, 5})
/// primes.remove(3)                // => true
/// primes.remove(4)                // => false
/// ```
remove :: {T}(s: Pointer{Set{T}}, element: T) -> Bool
    if _nothing := Map.remove(&s.map, element)
        return true
    end
    return false
end

/// Whether an element is in it.
/// ```
/// primes := Set.set_of{Int}({2, 3, 5})
/// primes.contains(3)              // => true
/// ```
contains :: {T}(s: Pointer{Set{T}}, element: T) -> Bool => Map.contains(&s.map, element)

/// How many elements are in it.
/// ```
/// Set.set_of{Int}({2, 3, 3}).length()       // => 2
/// ```
length :: {T}(s: Pointer{Set{T}}) -> Int => s.map.length

/// Makes room for so many more elements.
/// ```
/// seen := Set.set{Int}()
/// seen.reserve(1000)
/// ```
reserve :: {T}(s: Pointer{Set{T}}, additional: Int, location: Pointer{Source_Location} = #caller-location)
    Map.reserve(&s.map, additional, location = location)
end

/// Takes all elements out and keeps the memory.
/// ```
/// primes := Set.set_of{Int}({2, 3, 5})
/// primes.clear()
/// primes.length()                 // => 0
/// ```
clear :: {T}(s: Pointer{Set{T}})
    Map.clear(&s.map)
end

/// Frees the memory; the set is empty and can be used again.
/// ```
/// primes := Set.set_of{Int}({2, 3, 5})
/// defer primes.destroy()
/// ```
destroy :: {T}(s: Pointer{Set{T}})
    Map.destroy(&s.map)
end

/// A set with the same elements over the current allocator.
/// ```
/// primes := Set.set_of{Int}({2, 3, 5})
/// more := primes.copy()
/// more.insert(7)
/// primes.length()                 // => 3
/// ```
copy :: {T}(s: Pointer{Set{T}}, location: Pointer{Source_Location} = #caller-location) -> Set{T} => Set{T}{Map.copy(&s.map, location = location)}

/// Takes out all elements that do not satisfy the condition.
/// ```
/// numbers := Set.set_of{Int}({1, 2, 3, 4})
/// numbers.retain((x: Int) -> Bool => x % 2 == 0)
/// numbers.contains(3)             // => false
/// numbers.length()                // => 2
/// ```
retain :: {T}(s: Pointer{Set{T}}, keep: #closure (element: T) -> Bool)
    Map.retain(&s.map, [&keep] (element: T, _nothing: Nothing) -> Bool => keep(element))
end

/// What is in one of them or in both.
/// ```
/// a, b := Set.set_of{Int}({1, 2}), Set.set_of{Int}({2, 3})
/// a.union_of(&b).length()         // => 3
/// ```
union_of :: {T}(a: Pointer{Set{T}}, b: Pointer{Set{T}}, location: Pointer{Source_Location} = #caller-location) -> Set{T}
    result := copy(a, location = location)
    for element in b@
        insert(&result, element, location = location)
    end
    return result
end

/// What is in both.
/// ```
/// a, b := Set.set_of{Int}({1, 2}), Set.set_of{Int}({2, 3})
/// a.intersection(&b)              // => {2}
/// ```
intersection :: {T}(a: Pointer{Set{T}}, b: Pointer{Set{T}}, location: Pointer{Source_Location} = #caller-location) -> Set{T}
    result := set{T}()
    for element in a@
        if contains(b, element)
            insert(&result, element, location = location)
        end
    end
    return result
end

/// What is in the first and not in the second.
/// ```
/// a, b := Set.set_of{Int}({1, 2}), Set.set_of{Int}({2, 3})
/// a.difference(&b)                // => {1}
/// ```
difference :: {T}(a: Pointer{Set{T}}, b: Pointer{Set{T}}, location: Pointer{Source_Location} = #caller-location) -> Set{T}
    result := set{T}()
    for element in a@
        if !contains(b, element)
            insert(&result, element, location = location)
        end
    end
    return result
end

/// Whether the second has all that the first has.
/// ```
/// a, b := Set.set_of{Int}({1, 2}), Set.set_of{Int}({1, 2, 3})
/// a.is_subset(&b)                 // => true
/// b.is_subset(&a)                 // => false
/// ```
is_subset :: {T}(a: Pointer{Set{T}}, b: Pointer{Set{T}}) -> Bool
    for element in a@
        if !contains(b, element)
            return false
        end
    end
    return true
end

/// The elements that only one of them has, in a new set over the current allocator.
/// ```
/// a, b := Set.set_of{Int}({1, 2}), Set.set_of{Int}({2, 3})
/// Set.symmetric_difference(&a, &b) == Set.set_of{Int}({1, 3})    // => true
/// ```
symmetric_difference :: {T}(a: Pointer{Set{T}}, b: Pointer{Set{T}}) -> Set{T}
    result := difference(a, b)
    for element in b@
        if !contains(a, element)
            insert(&result, element)
        end
    end
    return result
end

/// Whether the two have no element in common.
/// ```
/// a, b := Set.set_of{Int}({1, 2}), Set.set_of{Int}({2, 3})
/// Set.is_disjoint(&a, &b)         // => false
/// ```
is_disjoint :: {T}(a: Pointer{Set{T}}, b: Pointer{Set{T}}) -> Bool
    for element in a@
        if contains(b, element)
            return false
        end
    end
    return true
end

/// Whether both have the same elements.
/// ```
/// a, b := Set.set_of{Int}({1, 2}), Set.set_of{Int}({2, 1})
/// a.equal(&b)                     // => true
/// ```
equal :: {T}(a: Pointer{Set{T}}, b: Pointer{Set{T}}) -> Bool
    return a.map.length == b.map.length && is_subset(a, b)
end

/// Whether an element is in it.
/// ```
/// primes := Set.set_of{Int}({2, 3, 5})
/// 4 in primes                     // => false
/// ```
in :: #operator {T}(element: T, s: Set{T}) -> Bool
    copy := s
    return contains(&copy, element)
end

/// Whether both have the same elements.
/// ```
/// Set.set_of{Int}({1, 2}) == Set.set_of{Int}({2, 1})      // => true
/// ```
== :: #operator {T}(a: Set{T}, b: Set{T}) -> Bool => equal(&a, &b)

/// The same for sets that are equal, so that they can be keys.
/// ```
/// Set.hash(Set.set_of{Int}({1, 2}), 7) == Set.hash(Set.set_of{Int}({2, 1}), 7)      // => true
/// ```
hash :: {T}(s: Set{T}, seed: u64) -> u64 => Map.hash(s.map, seed)

/// What `for element in set` goes over.
/// ```
/// sum := 0
/// for prime in Set.set_of{Int}({2, 3, 5})
///     sum += prime
/// end
/// sum                             // => 10
/// ```
iterate :: {T}(s: Pointer{Set{T}}) -> Map.Keys{T, Nothing} => Map.keys(&s.map)

/// How `print` shows a set.
/// ```
/// print("{}\n", Set.set_of{String}({"a"}))          // => {"a"}
/// ```
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
