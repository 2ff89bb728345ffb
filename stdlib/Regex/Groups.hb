//! The part of `Regex` for the names and numbers of groups.

#import "Regex"

/// How many groups with parentheses a pattern has.
///
/// ```
/// pair, _ := Regex.compile("(a)(?:b)(?<last>c)")
/// defer pair.destroy()
/// print("{} {} [{}]\n", pair.group_count(), pair.group_name(2), pair.group_name(1))     // => 2 last []
/// ```
group_count :: (r: Pointer{Regex}, location: Pointer{Source_Location} = #caller-location) -> Int
    assert(r.core != null, "this regular expression has not been compiled", location@)
    return r.core.group_count - 1
end

/// The name of a group, or nothing if it has none.
///
/// ```
/// pair, _ := Regex.compile("(?<key>[a-z]+)=(?<value>[0-9]+)")
/// defer pair.destroy()
/// print("{} {}\n", pair.group_name(1), pair.group_name(2))       // => key value
/// ```
group_name :: (r: Pointer{Regex}, number: Int, location: Pointer{Source_Location} = #caller-location) -> String
    names := names_of(r, location)
    for i in 0..<names.count
        if names.number(i) == number
            return names.name(i)
        end
    end
    return ""
end

/// The number of the group with a name, or `none`.
///
/// ```
/// pair, _ := Regex.compile("(?<key>[a-z]+)=(?<value>[0-9]+)")
/// defer pair.destroy()
/// print("{} {}\n", pair.group_number("value"), pair.group_number("other"))       // => some(2) none
/// ```
group_number :: (r: Pointer{Regex}, name: String, location: Pointer{Source_Location} = #caller-location) -> Maybe{Int}
    names := names_of(r, location)
    for i in 0..<names.count
        if names.name(i) == name
            return some(names.number(i))
        end
    end
    return none
end

/// What a group with a name matched; nothing if it took no part. Panics if the pattern has no group of this name.
///
/// ```
/// pair, _ := Regex.compile("(?<key>[a-z]+)=(?<value>[0-9]+)")
/// defer pair.destroy()
/// if found := pair.find("width=80")
///     print("{}\n", found.named("value"))        // => 80
/// end
/// ```
named :: (m: Pointer{Match}, name: String, location: Pointer{Source_Location} = #caller-location) -> String
    r := Regex{m.core}
    names := names_of(&r, location)
    is_known := false
    for i in 0..<names.count
        if names.name(i) != name
            continue
        end
        // with (?J) several groups have one name
        is_known = true
        first := start_of(m, names.number(i))
        if first >= 0
            return m.subject[first..<end_of(m, names.number(i))]
        end
    end
    assert(is_known, "this regular expression has no group of this name", location@)
    return ""
end

// The names of groups, as PCRE2 keeps them: two bytes of number, the name, NUL.
Names :: struct #private
    entries: Pointer{u8}
    size: Int
    count: Int
end

names_of :: (r: Pointer{Regex}, location: Pointer{Source_Location}) -> Names #private
    assert(r.core != null, "this regular expression has not been compiled", location@)
    code := r.core.code
    count, size: u32 = 0, 0
    names: Names
    pcre2_pattern_info_8(code, INFO_NAME_COUNT, &count)
    pcre2_pattern_info_8(code, INFO_NAME_ENTRY_SIZE, &size)
    pcre2_pattern_info_8(code, INFO_NAME_TABLE, &names.entries)
    names.count = Int(count)
    names.size = Int(size)
    return names
end

number :: (names: Pointer{Names}, i: Int) -> Int #private
    return Int(names.entries[i * names.size]) << 8 | Int(names.entries[i * names.size + 1])
end

name :: (names: Pointer{Names}, i: Int) -> String #private => string_of(CString(&names.entries[i * names.size + 2]))

INFO_NAME_COUNT: u32 : 17 #private
INFO_NAME_ENTRY_SIZE: u32 : 18 #private
INFO_NAME_TABLE: u32 : 19 #private

pcre2_pattern_info_8 :: (code: Pointer{Void}, what: u32, out: Pointer{Void}) -> i32 #foreign #private
