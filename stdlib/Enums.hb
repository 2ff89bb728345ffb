//! Enums and text: a member by its name, by its number, and how many there are.
//!
//! ```
//! Colour :: enum
//!     RED
//!     GREEN
//! end
//!
//! if colour := Enums.parse{Colour}("GREEN")
//!     print("{} of {}\n", colour, Enums.count{Colour}())      // => GREEN of 2
//! end
//! ```
//!
//! The other way is `enum_name`, of the Prelude. Nothing here needs the compiler's help: it is code that goes over `members`.

/// The member of this name.
/// ```
/// Enums.parse{LogMode}("VERBOSE")           // => some(VERBOSE)
/// Enums.parse{LogMode}("verbose")           // => none
/// ```
parse :: {E}(name: String) -> Maybe{E} where is_enum(E)
    #for member in members(E)
        if name == enum_name(member)
            return some(member)
        end
    #end
    return none
end

/// The member of this value, where a conversion would panic if there is none.
/// ```
/// Enums.of_value{LogMode}(1)                // => some(MINIMAL)
/// Enums.of_value{LogMode}(9)                // => none
/// ```
of_value :: {E}(value: Int) -> Maybe{E} where is_enum(E)
    #for member in members(E)
        if value == Int(member)
            return some(member)
        end
    #end
    return none
end

/// The member at this place in the declaration, counted from 0.
/// ```
/// Enums.at{LogMode}(0)                      // => some(NONE)
/// ```
at :: {E}(index: Int) -> Maybe{E} where is_enum(E)
    n := 0
    #for member in members(E)
        if n == index
            return some(member)
        end
        n += 1
    #end
    return none
end

/// The place of a member in the declaration; of a value that is no member, -1.
/// ```
/// Enums.index_of(LogMode.VERBOSE)           // => 3
/// ```
index_of :: {E}(value: E) -> Int where is_enum(E)
    n := 0
    #for member in members(E)
        if value == member
            return n
        end
        n += 1
    #end
    return -1
end

/// How many members there are.
/// ```
/// Enums.count{LogMode}()                    // => 4
/// ```
count :: {E}() -> Int where is_enum(E)
    n := 0
    #for _ in members(E)
        n += 1
    #end
    return n
end
