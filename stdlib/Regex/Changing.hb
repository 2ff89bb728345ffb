//! The part of `Regex` that makes new texts: replacing what a pattern finds, and cutting at it.

#import "List"
#import "Regex"
Strings :: #import "Strings"

/// The text with every place replaced; `delete` frees it. In the replacement `$1` and `${12}` are groups, `${name}` a group by its name, `$0` the match, `$$` a
/// dollar sign; a group that there is not gives nothing.
///
/// ```
/// date, _ := Regex.compile(`(?<year>\d+)-(\d+)-(\d+)`)
/// defer date.destroy()
/// turned := date.replace_all("2026-11-21", "$3.$2.${year}")
/// print("{}\n", turned)      // => 21.11.2026
/// delete(turned)
/// ```
replace_all :: (r: Pointer{Regex}, subject: String, replacement: String, location: Pointer{Source_Location} = #caller-location) -> String => replace(r, subject, replacement, location = location)

/// The text with at most `limit` places replaced, from the left; all if it is negative. See `replace_all`.
///
/// ```
/// blank, _ := Regex.compile(`\s+`)
/// defer blank.destroy()
/// joined := blank.replace("a b c", "-", limit = 1)
/// print("{}\n", joined)      // => a-b c
/// delete(joined)
/// ```
replace :: (r: Pointer{Regex}, subject: String, replacement: String, limit: Int = -1, location: Pointer{Source_Location} = #caller-location) -> String
    out := Strings.builder(location = location)
    last, count := 0, 0
    it := all(r, subject)
    found: Match
    while count != limit && advance(&it, &found)
        out.append(subject[last..<found.start])
        append_replacement(&out, &found, replacement)
        last = found.start + found.length
        count += 1
    end
    out.append(subject[last..])
    return out.take()
end

/// The text with every place replaced by what a procedure writes for it; `delete` frees it.
///
/// ```
/// Strings :: #import "Strings"
/// digits, _ := Regex.compile(`\d+`)
/// defer digits.destroy()
/// twice := digits.replace_with("1 and 21", (out: Pointer{Strings.Builder}, found: Pointer{Regex.Match})
///     out.append_int(2 * (Strings.parse_int(found.text()) or_else 0))
/// end)
/// print("{}\n", twice)       // => 2 and 42
/// delete(twice)
/// ```
replace_with :: (r: Pointer{Regex}, subject: String, change: #closure (out: Pointer{Strings.Builder}, found: Pointer{Match}), location: Pointer{Source_Location} = #caller-location) -> String
    out := Strings.builder(location = location)
    last := 0
    it := all(r, subject)
    found: Match
    while advance(&it, &found)
        out.append(subject[last..<found.start])
        change(&out, &found)
        last = found.start + found.length
    end
    out.append(subject[last..])
    return out.take()
end

append_replacement :: (out: Pointer{Strings.Builder}, m: Pointer{Match}, replacement: String) #private
    rest := replacement
    while true
        dollar := Strings.find_byte(rest, '$')
        if dollar < 0 || dollar == rest.length - 1
            out.append(rest)
            return
        end
        out.append(rest[0..<dollar])
        rest = rest[dollar + 1..]
        rest = rest[append_group(out, m, rest)..]
    end
end

// Writes what the text behind a dollar sign asks for; how much of it that is.
append_group :: (out: Pointer{Strings.Builder}, m: Pointer{Match}, asked: String) -> Int #private
    if asked[0] == '$'
        out.append('$')
        return 1
    end
    has_braces := asked[0] == '{'
    first := ifx has_braces => 1 else => 0 end
    last := first
    while last < asked.length && ifx has_braces => asked[last] != '}' else => Strings.is_digit(asked[last]) end
        last += 1
    end
    if last == first || last == asked.length && has_braces
        out.append('$')
        return 0
    end
    word := asked[first..<last]
    if n := Strings.parse_int(word)
        if n >= 0 && n < m.core.group_count
            out.append(group(m, n))
        end
    else
        r := Regex{m.core}
        if _number := group_number(&r, word)
            out.append(named(m, word))
        end
    end
    return ifx has_braces => last + 1 else => last end
end

/// The parts between the places where the pattern is found, at most `limit` of them if it is positive: the last one is the rest then. `destroy` frees the list.
///
/// ```
/// comma, _ := Regex.compile(`\s*,\s*`)
/// defer comma.destroy()
/// parts := comma.split("a , b,c")
/// print("{} [{}] [{}]\n", parts.length, parts[0], parts[1])     // => 3 [a] [b]
/// parts.destroy()
/// ```
split :: (r: Pointer{Regex}, subject: String, limit: Int = 0, location: Pointer{Source_Location} = #caller-location) -> List{String}
    result := list{String}()
    last := 0
    it := all(r, subject)
    found: Match
    while result.length + 1 != limit && advance(&it, &found)
        if found.length == 0 && (found.start == 0 || found.start == subject.length)
            continue
        end
        result.append(subject[last..<found.start], location = location)
        last = found.start + found.length
    end
    result.append(subject[last..], location = location)
    return result
end

/// A text with a backslash before all that has a meaning in patterns.
///
/// ```
/// quoted := Regex.escape("1+1?")
/// print("{}\n", quoted)      // => 1\+1\?
/// delete(quoted)
/// ```
escape :: (text: String, location: Pointer{Source_Location} = #caller-location) -> String
    out := Strings.builder(location = location)
    for i in 0..<text.length
        if text[i] < 0x80 && !Strings.is_letter_or_digit(text[i]) && text[i] != '_'
            out.append('\\')
        end
        out.append(text[i])
    end
    return out.take()
end
